package vn.ansinh.people;

/** What the register says of a person's entry. */
public enum PersonStatus {
  ACTIVE,
  DECEASED,
  /** The entry was a double; its numbers belong to another one. */
  MERGED
}
