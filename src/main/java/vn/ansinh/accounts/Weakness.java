package vn.ansinh.accounts;

/** Why a password cannot be taken. */
public enum Weakness {
  TOO_SHORT,
  TOO_LONG,
  /** Control characters or broken text that another keyboard could not repeat. */
  UNUSABLE_CHARACTERS,
  /** Among the first that anybody would try. */
  COMMON,
  /** Little more than the person's own number, name, birth date, phone or e-mail address. */
  OWN_DATA,
  /** The first password, or the one in use. */
  USED_BEFORE
}
