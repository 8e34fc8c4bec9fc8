package vn.ansinh.adjusting;

/** Why somebody asks. The form says it in {@link #onForm}; pages say it in their own words. */
public enum AdjustmentReason {
  NEW_PAPER("Được cấp giấy tờ mới"),
  CIVIL_STATUS("Thay đổi, cải chính hộ tịch"),
  MOVED_HOME("Thay đổi nơi ở"),
  MISTAKE("Thông tin trước đây ghi chưa đúng"),
  OTHER("Lý do khác");

  private final String onForm;

  AdjustmentReason(String onForm) {
    this.onForm = onForm;
  }

  String onForm() {
    return onForm;
  }
}
