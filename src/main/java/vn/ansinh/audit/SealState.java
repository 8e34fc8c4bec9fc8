package vn.ansinh.audit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the seals over the trail stand.
 *
 * @param number of the newest checkpoint, 0 before the first
 * @param entries how many it covers
 * @param sealedAt when it was made
 * @param root in hex
 * @param keyId which key signed it
 * @param oldestUnsealed for how long the oldest entry waits, zero when none does
 * @param problem what stops this node from sealing or copying, for an operator
 * @param protectedFromApplication whether the application's database role cannot change the trail
 */
public record SealState(
    long number,
    long entries,
    @Nullable Instant sealedAt,
    String root,
    String keyId,
    Duration oldestUnsealed,
    Copy copy,
    @Nullable String problem,
    boolean protectedFromApplication) {

  /** The second place where checkpoints are written down, as this node knows it. */
  public enum Copy {
    NONE,
    COMPLETE,
    BEHIND,
    CONTRADICTS
  }
}
