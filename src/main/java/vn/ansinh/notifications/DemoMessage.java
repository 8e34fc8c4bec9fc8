package vn.ansinh.notifications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.accounts.Channel;

/**
 * A message as its addressee would read it; in demo mode only.
 *
 * @param recipient e-mail address or phone number, in full
 * @param title subject of an e-mail
 * @param hasDocument whether Form 01 is attached
 */
public record DemoMessage(
    UUID id,
    Channel channel,
    MessageKind kind,
    String recipient,
    @Nullable String title,
    String text,
    boolean hasDocument,
    UUID subjectId,
    Instant sentAt) {

  /** The message key of what it is about. */
  public String kindKey() {
    return "notices.kind." + kind.key();
  }
}
