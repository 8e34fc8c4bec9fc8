package vn.ansinh.consents;

/** Where in the portal somebody said the word. */
public enum Place {
  REGISTRATION,
  STATUS_PAGE,
  MY_DATA,
  CHILD_APPLICATION,
  /** The declaration itself, before words were taken down one by one. */
  DECLARATION,
  STOPPING,
  /** The child's own page, signed in as the child. */
  CHILD_ACCOUNT,
  /** Said at an office and written down by an officer. */
  OFFICE
}
