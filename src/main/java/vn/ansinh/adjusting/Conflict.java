package vn.ansinh.adjusting;

/** Why an approved request could not be written into the register on its day. */
public enum Conflict {
  /** Somebody else has got the personal id. */
  NUMBER_TAKEN,
  /** The register says something else than when it was approved. */
  REGISTER_CHANGED
}
