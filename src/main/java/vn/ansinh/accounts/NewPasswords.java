package vn.ansinh.accounts;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ansinh.people.People;
import vn.ansinh.platform.PasswordHashing;
import vn.ansinh.platform.PersonId;

/** Judges and hashes a password somebody chose. */
@Component
class NewPasswords {

  sealed interface Prepared {}

  record Ready(String hash) implements Prepared {}

  record Weak(Weakness why) implements Prepared {}

  record Busy() implements Prepared {}

  private final PasswordRules rules;
  private final People people;
  private final AccountStore accounts;
  private final PasswordHashing hashing;

  NewPasswords(PasswordRules rules, People people, AccountStore accounts, PasswordHashing hashing) {
    this.rules = rules;
    this.people = people;
    this.accounts = accounts;
    this.hashing = hashing;
  }

  Prepared prepare(PersonId person, String password) {
    var weak = rules.weakness(password, ownWords(person));
    if (weak.isPresent()) {
      return new Weak(weak.get());
    }
    var used = isInUse(person, password);
    if (used.isEmpty()) {
      return new Busy();
    }
    if (used.get()) {
      return new Weak(Weakness.USED_BEFORE);
    }
    return hashing.tryHash(password).<Prepared>map(Ready::new).orElseGet(Busy::new);
  }

  private Optional<Boolean> isInUse(PersonId person, String password) {
    var credentials = accounts.credentials(person).orElseThrow();
    var first = credentials.status() == AccountStatus.AWAITING_FIRST_SIGN_IN;
    return hashing.tryMatches(first ? FirstPassword.plain(password) : password, credentials.hash());
  }

  private List<String> ownWords(PersonId person) {
    var account = accounts.find(person).orElseThrow();
    var words = OwnWords.of(account);
    people.find(person).ifPresent(it -> words.addAll(OwnWords.of(it)));
    return List.copyOf(words);
  }
}
