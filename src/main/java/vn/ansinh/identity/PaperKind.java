package vn.ansinh.identity;

/** The papers by which a person may be known. */
public enum PaperKind {
  /** CCCD or căn cước, 12 digits: the personal identification number. */
  CITIZEN_CARD,
  /** CMND, 9 digits, or 12 for those issued from 2012 to 2015. */
  OLD_CARD,
  /** Vietnamese (one letter, 7 or 8 digits) or foreign (6 to 15 letters and digits). */
  PASSPORT
}
