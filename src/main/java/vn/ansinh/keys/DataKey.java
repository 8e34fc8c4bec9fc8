package vn.ansinh.keys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be known of a data key.
 *
 * @param derived from the master secret, before there was a ring
 * @param replacedAt nothing new lies under it since; null for the newest
 * @param retiredAt it does not exist any more since
 */
record DataKey(
    String id,
    boolean derived,
    Instant madeAt,
    @Nullable Instant replacedAt,
    @Nullable Instant retiredAt) {

  String state() {
    if (retiredAt != null) {
      return "destroyed";
    }
    return replacedAt == null ? "seals and opens" : "opens";
  }
}
