package vn.ansinh.consents;

/** Where in the portal somebody said the word. */
public enum Place {
  REGISTRATION,
  STATUS_PAGE,
  MY_DATA,
  CHILD_APPLICATION
}
