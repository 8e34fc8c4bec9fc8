package vn.ansinh.registration;

/** The steps of the wizard, in their order (notice rule R8). */
public enum Step {
  /** Loại đối tượng. */
  KIND,
  /** Mã số BHXH: typed, or looked up and chosen. */
  NUMBER,
  /** Kê khai. */
  DECLARATION,
  /** Ảnh. */
  PHOTOS,
  /** Cơ quan tiếp nhận. */
  OFFICE,
  /** Xem lại. */
  REVIEW,
  /** Xác thực. */
  CONFIRM
}
