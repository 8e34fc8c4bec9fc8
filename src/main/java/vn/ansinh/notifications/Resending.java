package vn.ansinh.notifications;

import java.time.Instant;
import java.util.UUID;

/** What became of the wish to send a message once more. */
public sealed interface Resending {

  /** On its way, as the message with this id. */
  record Queued(UUID message) implements Resending {}

  /** Nobody may see or repeat a secret: a new code or first password has to be made instead. */
  record Secret() implements Resending {}

  /** The declaration, and with it what there was to say, is erased; or there is no such message. */
  record Gone() implements Resending {}

  /** The person has given no address for this channel. */
  record NoSuchContact() implements Resending {}

  /** The same was sent a moment ago. */
  record TooSoon(Instant from) implements Resending {}
}
