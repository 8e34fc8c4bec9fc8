package vn.ansinh.staff;

/** What a role allows; every write handler of the console names one. */
public enum Permission {
  SEE_FILES,
  RECORD_PAPER,
  /** Return for correction, ask to come in. */
  SEND_BACK,
  /** Approve, reject. */
  DECIDE,
  MOVE_FILES,
  /** Send an undelivered message again or by another channel. */
  RESEND,
  /** Ask for a new contact for somebody who has lost all of theirs; {@link #DECIDE} confirms. */
  RECOVER,
  /** Take files from colleagues, hand them to others, see who has how many. */
  SHARE_OUT,
  ADMINISTER
}
