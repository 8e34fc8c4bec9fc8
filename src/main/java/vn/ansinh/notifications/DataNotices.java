package vn.ansinh.notifications;

import java.util.Comparator;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.SecretMessages;
import vn.ansinh.datarights.DataDownloaded;
import vn.ansinh.datarights.DataRequestAnswered;
import vn.ansinh.datarights.DataRequestSubmitted;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.PublicAddress;
import vn.ansinh.platform.VietnamTime;

/** Tells people what happened around their data. */
@Component
class DataNotices {

  private final Accounts accounts;
  private final SecretMessages channels;
  private final Telling telling;
  private final PublicAddress address;

  DataNotices(Accounts accounts, SecretMessages channels, Telling telling, PublicAddress address) {
    this.accounts = accounts;
    this.channels = channels;
    this.telling = telling;
    this.address = address;
  }

  /** By every channel: it may not have been the person. */
  @EventListener
  void on(DataDownloaded event) {
    tell(
        MessageKind.DATA_DOWNLOADED,
        event.person().value(),
        event.person(),
        Integer.MAX_VALUE,
        VietnamTime.show(event.at()),
        address.of("/sign-in"));
  }

  /** By every channel: whoever holds a session for a moment could ask in the owner's name. */
  @EventListener
  void on(DataRequestSubmitted event) {
    tell(
        MessageKind.DATA_REQUEST_SUBMITTED,
        event.id(),
        event.person(),
        Integer.MAX_VALUE,
        VietnamTime.show(event.at()),
        address.of("/home/data/requests"));
  }

  /** What the office says stands behind the sign-in only. */
  @EventListener
  void on(DataRequestAnswered event) {
    tell(
        MessageKind.DATA_REQUEST_ANSWERED,
        event.id(),
        event.person(),
        1,
        address.of("/home/data/requests"));
  }

  /** Nobody where there is no account, or a child's has fallen asleep. */
  private void tell(MessageKind kind, UUID subject, PersonId person, int most, Object... facts) {
    accounts
        .find(person)
        .ifPresent(
            account ->
                telling.tell(
                    kind,
                    subject,
                    person,
                    account.contacts().stream()
                        .filter(it -> channels.canSend(it.channel()))
                        .sorted(Comparator.comparing((Contact it) -> it.channel() == Channel.SMS))
                        .limit(most)
                        .toList(),
                    account.language(),
                    facts));
  }
}
