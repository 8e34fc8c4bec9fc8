package vn.ansinh.guardianship;

/** What an application says; also the places where a page shows what is wrong. */
public enum ChildField {
  RELATION,
  NUMBER,
  FULL_NAME,
  BIRTH_DATE,
  SEX,
  PORTRAIT,
  BIRTH_CERTIFICATE,
  OFFICE_CODE
}
