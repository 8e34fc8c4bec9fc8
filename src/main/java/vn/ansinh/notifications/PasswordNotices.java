package vn.ansinh.notifications;

import java.util.Comparator;
import java.util.List;
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
  private final Telling telling;
  private final PublicAddress address;

  PasswordNotices(
      Accounts accounts, SecretMessages channels, Telling telling, PublicAddress address) {
    this.accounts = accounts;
    this.channels = channels;
    this.telling = telling;
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
                telling.tell(
                    MessageKind.PASSWORD_AGED,
                    event.person().value(),
                    event.person(),
                    List.of(it),
                    account.language(),
                    address.of("/")));
  }
}
