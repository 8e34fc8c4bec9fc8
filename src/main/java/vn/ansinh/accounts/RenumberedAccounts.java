package vn.ansinh.accounts;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ansinh.people.NumberChanged;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;

/**
 * Whoever had only a personal id signs in with the new one; so the account, and what an app or a
 * key store shows of it, goes by that too. A child's account is left to who lends the contact.
 */
@Component
class RenumberedAccounts {

  private final AccountStore store;
  private final People people;

  RenumberedAccounts(AccountStore store, People people) {
    this.store = store;
    this.people = people;
  }

  @EventListener
  void on(NumberChanged event) {
    var person = event.person();
    var number = people.find(person).map(Person::number).orElseThrow();
    store
        .lock(person)
        .flatMap(_ -> store.find(person))
        .filter(it -> it.lentBy() == null)
        .ifPresent(it -> store.setAddresses(it.named(number)));
  }
}
