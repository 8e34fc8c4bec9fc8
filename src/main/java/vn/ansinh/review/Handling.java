package vn.ansinh.review;

import java.util.Set;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.registration.DeclarationStatus;

/**
 * What became of something an officer did to a file. Everything but {@link Done} changed nothing.
 */
public sealed interface Handling {

  record Done() implements Handling {}

  /** No such file, or one of another office. */
  record NotFound() implements Handling {}

  /** The officer's roles do not allow it. */
  record NotAllowed() implements Handling {}

  /** A colleague has it in hand. */
  record HeldBy(OfficerId colleague) implements Handling {}

  /** The file has changed since the officer looked, or stands where this step does not follow. */
  record Stale(DeclarationStatus current) implements Handling {}

  /** Nobody of the register has been chosen for it yet. */
  record Unmatched() implements Handling {}

  /** Not everything was compared. */
  record Unchecked(Set<CheckItem> missing) implements Handling {}

  record NoReason() implements Handling {}

  /** A reason that is not offered today or belongs to another decision. */
  record UnknownReason() implements Handling {}

  record NoteTooLong() implements Handling {}

  /** The person of the register has an account, or another file under way. */
  record AlreadyRegistered() implements Handling {}

  /** The office, or the colleague, cannot receive it. */
  record NoSuchReceiver() implements Handling {}
}
