package vn.ansinh.notifications;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.PasswordAged;
import vn.ansinh.accounts.RecoveryCodesFew;
import vn.ansinh.accounts.SecretMessages;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.PublicAddress;

/** Reminds people of an old password, or that few recovery codes are left. */
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
    tell(MessageKind.PASSWORD_AGED, event.person(), address.of("/"));
  }

  @EventListener
  void on(RecoveryCodesFew event) {
    tell(
        MessageKind.RECOVERY_CODES_FEW,
        event.person(),
        address.of("/"),
        Integer.toString(event.left()));
  }

  /** Nobody, where a child's account sleeps: nobody can sign in to it either. */
  private void tell(MessageKind kind, PersonId person, Object... facts) {
    accounts
        .find(person)
        .ifPresent(
            account ->
                telling.tell(
                    kind,
                    person.value(),
                    person,
                    account.contacts().stream()
                        .filter(it -> channels.canSend(it.channel()))
                        .toList(),
                    account.language(),
                    facts));
  }
}
