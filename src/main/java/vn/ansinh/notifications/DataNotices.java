package vn.ansinh.notifications;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.SecretMessages;
import vn.ansinh.datarights.DataDownloaded;
import vn.ansinh.platform.PublicAddress;
import vn.ansinh.platform.VietnamTime;

/** Tells people by every channel that all their data were just taken: it may not have been them. */
@Component
class DataNotices {

  private final Accounts accounts;
  private final SecretMessages channels;
  private final Outbox outbox;
  private final Wording wording;
  private final PublicAddress address;

  DataNotices(
      Accounts accounts,
      SecretMessages channels,
      Outbox outbox,
      Wording wording,
      PublicAddress address) {
    this.accounts = accounts;
    this.channels = channels;
    this.outbox = outbox;
    this.wording = wording;
    this.address = address;
  }

  @EventListener
  void on(DataDownloaded event) {
    var account = accounts.find(event.person()).orElse(null);
    if (account == null) {
      // A child's account fell asleep since the request began; there is nobody to be told.
      return;
    }
    account.contacts().stream()
        .filter(it -> channels.canSend(it.channel()))
        .forEach(
            it ->
                outbox.add(
                    MessageKind.DATA_DOWNLOADED,
                    new Outbox.Addressee(
                        event.person().value(), event.person(), it, account.language()),
                    wording.write(
                        MessageKind.DATA_DOWNLOADED,
                        it.channel(),
                        account.language(),
                        VietnamTime.show(event.at()),
                        address.of("/sign-in")),
                    null));
  }
}
