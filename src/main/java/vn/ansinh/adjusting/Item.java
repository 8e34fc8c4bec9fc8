package vn.ansinh.adjusting;

/**
 * What of the register a person may ask to have changed. Phone and e-mail address have a way of
 * their own (ADR 19), and the social-insurance number is not the person's to change.
 */
public enum Item {
  FULL_NAME("Họ và tên"),
  BIRTH_DATE("Ngày sinh"),
  SEX("Giới tính"),
  PAPER("Số CMND/Hộ chiếu/Căn cước"),
  ADDRESS("Địa chỉ liên hệ"),
  CONTACT_PERSON("Người liên hệ");

  private final String onForm;

  Item(String onForm) {
    this.onForm = onForm;
  }

  String onForm() {
    return onForm;
  }

  /** Whether civil status papers must show it. */
  boolean isOfCivilStatus() {
    return this == FULL_NAME || this == BIRTH_DATE || this == SEX;
  }
}
