package vn.ansinh.stopping;

/** Why somebody stops. The form says it in {@link #onForm}; pages say it in their own words. */
public enum StopReason {
  NO_LONGER_NEEDED("Không còn nhu cầu giao dịch điện tử"),
  /** On paper, by post, through the employer. */
  OTHER_CHANNEL("Chuyển sang giao dịch bằng hình thức khác"),
  ABROAD("Ra nước ngoài sinh sống"),
  /** Somebody else knows too much. */
  SAFETY("Lo ngại về an toàn thông tin của tài khoản"),
  OTHER("Lý do khác");

  private final String onForm;

  StopReason(String onForm) {
    this.onForm = onForm;
  }

  String onForm() {
    return onForm;
  }
}
