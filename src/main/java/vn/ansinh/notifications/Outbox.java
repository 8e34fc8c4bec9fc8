package vn.ansinh.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.Contact;
import vn.ansinh.identity.EmailAddresses;
import vn.ansinh.identity.Phones;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.PersonId;

/**
 * Takes messages in the transaction that has something to say: no commit, no message. Costs the
 * caller one insert, whatever the mail server is doing.
 */
@Component
class Outbox {

  private final MessageStore store;
  private final Bell bell;
  private final Clock clock;

  Outbox(MessageStore store, Bell bell, Clock clock) {
    this.store = store;
    this.bell = bell;
    this.clock = clock;
  }

  /** Whom a message is for and what about. */
  record Addressee(UUID subjectId, @Nullable PersonId person, Contact to, Locale language) {}

  /**
   * @param expiresAt not sent from then on; null for a message that is never too late
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID add(
      MessageKind kind, Addressee addressee, Content content, @Nullable Instant expiresAt) {
    var message =
        new Outgoing(
            Ids.next(),
            kind,
            addressee.subjectId(),
            addressee.person(),
            addressee.language().getLanguage().equals("vi") ? Locale.of("vi") : Locale.ENGLISH,
            0,
            addressee.to().address(),
            content,
            expiresAt);
    var channel = addressee.to().channel();
    store.insert(message, channel, masked(addressee.to()), clock.instant());
    bell.ringAfterCommit(channel);
    return message.id();
  }

  /** Enough for its owner to recognise. */
  static String masked(Contact to) {
    return to.channel() == Channel.SMS
        ? Phones.masked(to.address())
        : EmailAddresses.masked(to.address());
  }
}
