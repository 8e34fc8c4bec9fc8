package vn.ansinh.registration;

/** Who registers. Organizations register elsewhere. */
public enum ApplicantKind {
  /** Works for an employer and may hand in through it. */
  EMPLOYEE,
  /** Any other person. */
  INDIVIDUAL
}
