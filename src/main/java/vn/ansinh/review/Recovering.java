package vn.ansinh.review;

import java.time.Instant;

/** What came of asking for a recovery, or of deciding one. */
public sealed interface Recovering {

  /** It waits for another officer. */
  record Proposed(Instant until) implements Recovering {}

  /** Done: confirmed, refused or withdrawn. */
  record Done() implements Recovering {}

  /** There is no such thing, or not for this officer. */
  record NotFound() implements Recovering {}

  /** Nobody confirms what one proposed. */
  record Yourself() implements Recovering {}

  /** The new contact belongs to another account; the proposal still waits. */
  record Taken() implements Recovering {}

  /** This installation sends nothing by that channel. */
  record Unreachable() implements Recovering {}

  /** Whoever proposed it is no longer allowed to. */
  record Overtaken() implements Recovering {}
}
