package vn.ansinh.registration;

/** How the signed declaration reaches the office (notice rules R7 and R19). */
public enum HandIn {
  /** With photos, or vouched for by the population registry; nothing on paper. */
  ONLINE,
  AT_DESK,
  /** Public postal service, at the applicant's cost. */
  BY_POST,
  /** A worker gives the printed form to the employer. */
  THROUGH_EMPLOYER;

  public boolean needsPaper() {
    return this != ONLINE;
  }
}
