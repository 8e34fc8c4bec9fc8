package vn.ansinh.notifications;

import java.util.Locale;
import java.util.Set;

/** Where a message is on its way. */
public enum DeliveryState {
  /** Waits for its turn or for the next try. */
  QUEUED,
  /** A sender holds it under a lease; when the lease ends without an answer it is sent again. */
  SENDING,
  /** The mail server or the operator has taken it over. */
  HANDED_OVER,
  /** The operator reports that the phone has it. */
  DELIVERED,
  /** Refused for good, at once or by a mail that came back: no such mailbox, no such number. */
  FAILED,
  /** Given up after the last try. */
  DEAD,
  /** Not sent in time, and never will be. */
  EXPIRED;

  /** Nobody was reached and nothing more happens by itself. */
  public boolean isUndeliverable() {
    return Set.of(FAILED, DEAD, EXPIRED).contains(this);
  }

  /** The name in message keys, such as {@code handed-over}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
