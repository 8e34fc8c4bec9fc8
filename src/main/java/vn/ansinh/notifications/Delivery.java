package vn.ansinh.notifications;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.accounts.Channel;
import vn.ansinh.platform.PersonId;

/**
 * One message and how far it has come; never what it says.
 *
 * @param subjectId the declaration, person or code it is about
 * @param recipient masked
 * @param attempts tries that counted against the message
 * @param nextAttemptAt meaningful while the message waits
 * @param delayedAt when the recipient's mail server last said that it goes on trying
 * @param closedAt when it was delivered, refused, given up or expired
 * @param problem code of the last failure
 */
public record Delivery(
    UUID id,
    MessageKind kind,
    Channel channel,
    UUID subjectId,
    @Nullable PersonId person,
    String recipient,
    DeliveryState state,
    int attempts,
    Instant queuedAt,
    Instant nextAttemptAt,
    @Nullable Instant handedOverAt,
    @Nullable Instant delayedAt,
    @Nullable Instant closedAt,
    @Nullable String problem) {

  /**
   * The message key that says the state in words, with the moment of {@link #at()} as its argument:
   * "đã giao cho nhà mạng {0}".
   */
  public String stateKey() {
    if (isDelayed()) {
      return "notices.state.delayed";
    }
    if (state == DeliveryState.FAILED && problem != null && BounceReason.isOne(problem)) {
      return "notices.state.returned." + BounceReason.of(problem).key();
    }
    return "notices.state.%s.%s".formatted(state.key(), channel.name().toLowerCase(Locale.ROOT));
  }

  /** The message key of what the message is about. */
  public String kindKey() {
    return "notices.kind." + kind.key();
  }

  /** Handed over, but not yet taken by the server that has the mailbox; nothing is decided. */
  public boolean isDelayed() {
    return state == DeliveryState.HANDED_OVER && delayedAt != null;
  }

  /** When the state was reached; for a waiting message, since when it waits. */
  public Instant at() {
    if (closedAt != null) {
      return closedAt;
    }
    if (isDelayed() && delayedAt != null) {
      return delayedAt;
    }
    return handedOverAt == null ? queuedAt : handedOverAt;
  }
}
