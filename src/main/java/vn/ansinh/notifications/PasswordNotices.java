package vn.ansinh.notifications;

import java.util.Comparator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.PasswordAged;
import vn.ansinh.accounts.SecretMessages;
import vn.ansinh.platform.PublicAddress;

/** Reminds people of an old password: one message, by e-mail where there is an address. */
@Component
class PasswordNotices {

  private final Accounts accounts;
  private final SecretMessages channels;
  private final Outbox outbox;
  private final Wording wording;
  private final PublicAddress address;

  PasswordNotices(
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
  void on(PasswordAged event) {
    var account = accounts.find(event.person()).orElse(null);
    if (account == null) {
      // A child's account that sleeps: nobody may be told, and nobody can sign in.
      return;
    }
    account.contacts().stream()
        .filter(it -> channels.canSend(it.channel()))
        .min(Comparator.comparing((Contact it) -> it.channel() == Channel.SMS))
        .ifPresent(
            it ->
                outbox.add(
                    MessageKind.PASSWORD_AGED,
                    new Outbox.Addressee(
                        event.person().value(), event.person(), it, account.language()),
                    wording.write(
                        MessageKind.PASSWORD_AGED,
                        it.channel(),
                        account.language(),
                        address.of("/")),
                    null));
  }
}
