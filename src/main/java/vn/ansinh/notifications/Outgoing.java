package vn.ansinh.notifications;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.PersonId;

/**
 * A message in the hands of a sender.
 *
 * @param id the same at every try; e-mail carries it as its Message-ID
 * @param attempt counting from 1; the outcome is written only while this try is the current one
 * @param recipient normalised address
 * @param expiresAt not to be sent from then on
 */
record Outgoing(
    UUID id,
    MessageKind kind,
    UUID subjectId,
    @Nullable PersonId person,
    Locale language,
    int attempt,
    String recipient,
    Content content,
    @Nullable Instant expiresAt) {

  boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }
}
