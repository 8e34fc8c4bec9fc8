package vn.ansinh.review;

/** The original paper an officer held in hand, its photo, number and validity checked. */
public enum SeenPaper {
  CITIZEN_CARD,
  OLD_CARD,
  PASSPORT
}
