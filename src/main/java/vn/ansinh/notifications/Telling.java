package vn.ansinh.notifications;

import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Contact;
import vn.ansinh.platform.PersonId;

/**
 * Tells somebody who has an account, in the transaction that has something to say: the headline
 * stays in the portal, messages go by the channels the person wants.
 */
@Component
class Telling {

  private final Inbox inbox;
  private final Outbox outbox;
  private final Wording wording;

  Telling(Inbox inbox, Outbox outbox, Wording wording) {
    this.inbox = inbox;
    this.outbox = outbox;
    this.wording = wording;
  }

  /**
   * @param to those of the person's contacts that can be reached
   */
  void tell(
      MessageKind kind,
      UUID subject,
      PersonId person,
      Collection<Contact> to,
      Locale language,
      Object... facts) {
    inbox.keep(person, kind, subject, wording.headline(kind, language, facts));
    to.stream()
        .filter(it -> inbox.wants(person, kind, it.channel()))
        .forEach(
            it ->
                outbox.add(
                    kind,
                    new Outbox.Addressee(subject, person, it, language),
                    wording.write(kind, it.channel(), language, facts),
                    null));
  }
}
