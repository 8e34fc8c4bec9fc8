package vn.ansinh.accounts;

import java.time.Instant;

/** What came of typing something of one's own in the place of a code sent to a contact. */
public sealed interface StandIn {

  /** Right, and used up by this. */
  record Accepted() implements StandIn {}

  /**
   * @param triesLeft at least one
   */
  record Wrong(int triesLeft) implements StandIn {}

  /** Right, but it was accepted before: the app shows another one within thirty seconds. */
  record Used() implements StandIn {}

  /** An app's code on an unknown device, while those of many accounts are guessed at. */
  record Resting() implements StandIn {}

  /** Too many wrong ones; nothing is compared until then. */
  record TooMany(Instant until) implements StandIn {}
}
