package vn.ansinh.guardianship;

/** By what right somebody looks or acts. */
public enum LinkKind {
  /** Of a child, by law: acts until the child is fifteen, looks until eighteen. */
  GUARDIAN,
  /** Of an adult who said so: as far and as long as they said. */
  CARER
}
