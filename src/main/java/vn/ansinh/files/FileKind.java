package vn.ansinh.files;

import java.util.List;

/**
 * What a picture shows: the person (3×4), the front or the back of the identity paper, a birth
 * certificate, a paper about where somebody lives.
 */
public enum FileKind {
  PORTRAIT,
  PAPER_FRONT,
  PAPER_BACK,
  BIRTH_CERTIFICATE,
  RESIDENCE_PAPER;

  /** What somebody who declares for themselves sends. */
  public static final List<FileKind> OF_DECLARATION = List.of(PORTRAIT, PAPER_FRONT, PAPER_BACK);
}
