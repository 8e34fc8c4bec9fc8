package vn.ansinh.notifications;

import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Denials;
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
  private final Denials denials;
  private final Telling telling;
  private final PublicAddress address;

  DataNotices(
      Accounts accounts,
      SecretMessages channels,
      Denials denials,
      Telling telling,
      PublicAddress address) {
    this.accounts = accounts;
    this.channels = channels;
    this.denials = denials;
    this.telling = telling;
    this.address = address;
  }

  /** By every channel: it may not have been the person. */
  @EventListener
  void on(DataDownloaded event) {
    var person = event.person();
    tell(
        MessageKind.DATA_DOWNLOADED,
        person.value(),
        person,
        () -> new Object[] {VietnamTime.show(event.at()), denial(person, person.value())});
  }

  /** By every channel: whoever holds a session for a moment could ask in the owner's name. */
  @EventListener
  void on(DataRequestSubmitted event) {
    var person = event.person();
    tell(
        MessageKind.DATA_REQUEST_SUBMITTED,
        event.id(),
        person,
        () -> new Object[] {VietnamTime.show(event.at()), denial(person, event.id())});
  }

  /** What the office says stands behind the sign-in only. */
  @EventListener
  void on(DataRequestAnswered event) {
    tell(
        MessageKind.DATA_REQUEST_ANSWERED,
        event.id(),
        event.person(),
        () -> new Object[] {address.of("/home/data/requests")});
  }

  /**
   * Nobody where there is no account, or a child's has fallen asleep.
   *
   * @param facts asked for only where somebody is told
   */
  private void tell(MessageKind kind, UUID subject, PersonId person, Supplier<Object[]> facts) {
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
                        .toList(),
                    account.language(),
                    facts.get()));
  }

  private String denial(PersonId person, UUID deed) {
    return address.of("/not-me/" + denials.link(person, deed));
  }
}
