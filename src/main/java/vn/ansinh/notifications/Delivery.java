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
    @Nullable Instant closedAt,
    @Nullable String problem) {

  /**
   * The message key that says the state in words, with the moment of {@link #at()} as its argument:
   * "đã giao cho nhà mạng {0}".
   */
  public String stateKey() {
    return "notices.state.%s.%s".formatted(state.key(), channel.name().toLowerCase(Locale.ROOT));
  }

  /** The message key of what the message is about. */
  public String kindKey() {
    return "notices.kind." + kind.key();
  }

  /** When the state was reached; for a waiting message, since when it waits. */
  public Instant at() {
    if (closedAt != null) {
      return closedAt;
    }
    return handedOverAt == null ? queuedAt : handedOverAt;
  }
}
