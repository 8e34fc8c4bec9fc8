package vn.ansinh.identity;

/** As papers state it. */
public enum Sex {
  MALE,
  FEMALE,
  OTHER
}
