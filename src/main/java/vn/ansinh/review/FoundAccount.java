package vn.ansinh.review;

import java.time.Instant;
import vn.ansinh.accounts.Account;
import vn.ansinh.people.Person;

/** What looking for somebody's account by number came to. */
public sealed interface FoundAccount {

  record Found(Person person, Account account) implements FoundAccount {
    @Override
    public String toString() {
      return "Found[" + person.id() + "]";
    }
  }

  /** No such number, no account, or a person whom another office serves: one answer. */
  record Nobody() implements FoundAccount {}

  /** The officer has looked as often as one may; nothing was looked at. */
  record TooMany(Instant until) implements FoundAccount {}
}
