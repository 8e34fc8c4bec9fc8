package vn.ansinh.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.PersonId;

/**
 * What a typed password is compared with: the first password while the account waits for its first
 * sign-in, the own one afterwards; never both.
 */
record Credentials(
    PersonId person,
    AccountStatus status,
    @Nullable String passwordHash,
    @Nullable String firstPasswordHash,
    @Nullable Instant firstPasswordUntil,
    @Nullable Instant frozenAt,
    boolean closed,
    @Nullable PersonId lentBy) {

  @Nullable String hash() {
    return status == AccountStatus.ACTIVE ? passwordHash : firstPasswordHash;
  }

  boolean firstPasswordIsOver(Instant now) {
    return firstPasswordUntil != null && !now.isBefore(firstPasswordUntil);
  }
}
