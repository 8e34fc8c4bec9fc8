package vn.ansinh.staff;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import vn.ansinh.platform.OfficerId;

/** What became of an administrator's order. */
public sealed interface OfficerChange {

  record Done() implements OfficerChange {}

  /**
   * Done, and here is what to hand over on paper: shown this once, good once, and only to choose a
   * password of one's own.
   */
  record FirstPassword(OfficerId officer, String password, Instant validUntil)
      implements OfficerChange {}

  /** Waits until another administrator confirms it. */
  record Proposed(UUID id, Instant expiresAt) implements OfficerChange {}

  /** Confirmed, refused, expired or overtaken before, or who proposed it may no more. */
  record Overtaken() implements OfficerChange {}

  /** Somebody else than the operator can confirm it. */
  record AnotherCanConfirm() implements OfficerChange {}

  /** Nobody works in an office that does not exist or has closed, or outside one's own. */
  record UnknownOffice() implements OfficerChange {}

  record UserNameTaken() implements OfficerChange {}

  record Invalid(Set<Field> fields) implements OfficerChange {}

  /** Nobody changes oneself, or confirms what one proposed. */
  record Yourself() implements OfficerChange {}

  /** No such officer, or one of another office. */
  record NotFound() implements OfficerChange {}

  /** What may be written wrongly. */
  enum Field {
    USER_NAME,
    FULL_NAME,
    ROLES
  }
}
