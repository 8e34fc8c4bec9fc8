package vn.ansinh.notifications;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Account;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.Contact;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Purpose;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.stopping.Stopping;
import vn.ansinh.stopping.StoppingDeclared;
import vn.ansinh.stopping.Stoppings;

/**
 * Sends somebody who stops their Form 01, if they want it by e-mail and agree to that; that it was
 * declared every contact is told anyhow.
 */
@Component
class StoppingNotices {

  private final Stoppings stoppings;
  private final Accounts accounts;
  private final Consents consents;
  private final Wording wording;
  private final Outbox outbox;

  StoppingNotices(
      Stoppings stoppings, Accounts accounts, Consents consents, Wording wording, Outbox outbox) {
    this.stoppings = stoppings;
    this.accounts = accounts;
    this.consents = consents;
    this.wording = wording;
    this.outbox = outbox;
  }

  @EventListener
  void on(StoppingDeclared event) {
    var person = event.person();
    if (event.formByEmail() && consents.stands(person.value(), Purpose.FORM_BY_EMAIL)) {
      stoppings.waiting(person).ifPresent(it -> send(person, it));
    }
  }

  private void send(PersonId person, Stopping stopping) {
    var code = stopping.code();
    accounts
        .find(person)
        .flatMap(
            account -> account.contact(Channel.EMAIL).map(to -> addressee(person, to, account)))
        .ifPresent(
            it ->
                outbox.add(
                    MessageKind.STOPPING_FORM,
                    it,
                    wording
                        .write(
                            MessageKind.STOPPING_FORM,
                            Channel.EMAIL,
                            it.language(),
                            code == null ? "" : code.value(),
                            VietnamTime.show(stopping.dueAt()))
                        .with(Content.Enclosure.STOP_FORM_01),
                    stopping.dueAt()));
  }

  private static Outbox.Addressee addressee(PersonId person, Contact to, Account account) {
    return new Outbox.Addressee(person.value(), person, to, account.language());
  }
}
