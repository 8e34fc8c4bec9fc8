package vn.ansinh.catalogue;

/** How high a unit stands; told by the length of its code (2, 3 or 5 digits). */
public enum UnitLevel {
  PROVINCE,
  DISTRICT,
  WARD
}
