package vn.ansinh.files;

/** What a picture shows: the applicant (3×4), the front or the back of the identity paper. */
public enum FileKind {
  PORTRAIT,
  PAPER_FRONT,
  PAPER_BACK
}
