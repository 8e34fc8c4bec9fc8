package vn.ansinh.review;

/**
 * What comparing by machine came to for a whole file. It says where to look first; it decides
 * nothing, and it says nothing about photos.
 */
public enum Assessment {
  /** All that identifies the person is as in the register, and no card says otherwise. */
  CONSISTENT,
  /** Something could not be compared, or differs in diacritics only. */
  LOOK_HERE,
  /** Something that identifies a person differs. */
  CONTRADICTION
}
