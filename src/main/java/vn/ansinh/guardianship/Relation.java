package vn.ansinh.guardianship;

/**
 * Of a guardian to the child (notice S3: cha, mẹ, ông, bà; and whom a court or commune appointed).
 */
public enum Relation {
  FATHER,
  MOTHER,
  GRANDFATHER,
  GRANDMOTHER,
  LEGAL_GUARDIAN
}
