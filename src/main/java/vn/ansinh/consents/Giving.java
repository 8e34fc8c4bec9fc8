package vn.ansinh.consents;

/** What came of giving a consent. */
public enum Giving {
  /** It stands; also when it stood before. */
  GIVEN,
  /** The text has changed since it was read: read it again. */
  OTHER_TEXT,
  /** More often in a day than anybody changes their mind; nothing was changed. */
  TOO_OFTEN
}
