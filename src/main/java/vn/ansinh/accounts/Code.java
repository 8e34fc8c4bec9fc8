package vn.ansinh.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code as stored: its digits are known to nobody any more.
 *
 * @param digits how many it has
 * @param guarded for a device its account does not know
 */
record Code(
    CodeId id,
    byte[] hash,
    byte[] contactHash,
    Instant createdAt,
    @Nullable Instant handedOffAt,
    int tries,
    boolean redeemed,
    int digits,
    boolean guarded) {

  static final int MAX_TRIES = 5;

  static Code fresh(
      CodeId id, byte[] hash, byte[] contactHash, Instant now, int digits, boolean guarded) {
    return new Code(id, hash, contactHash, now, null, 0, false, digits, guarded);
  }

  Instant expiresAt(CodeSettings settings) {
    return handedOffAt == null
        ? createdAt.plus(settings.handOffWithin())
        : handedOffAt.plus(settings.validFor());
  }

  boolean inTime(Instant now, CodeSettings settings) {
    return now.isBefore(expiresAt(settings));
  }

  boolean isLive(Instant now, CodeSettings settings) {
    return !redeemed && tries < MAX_TRIES && inTime(now, settings);
  }

  int triesLeft() {
    return MAX_TRIES - tries;
  }
}
