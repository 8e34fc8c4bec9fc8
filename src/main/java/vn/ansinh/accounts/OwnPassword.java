package vn.ansinh.accounts;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.PasswordHashing;
import vn.ansinh.platform.PersonId;

/**
 * Asks somebody who is signed in for the own password once more. Mistakes count as at signing in.
 * Compared outside of any transaction, as there.
 */
@Component
class OwnPassword {

  sealed interface Shown {}

  /** It may be replaced before the caller goes on: look again under the lock. */
  record Right(Credentials credentials) implements Shown {}

  record Wrong(int triesLeft) implements Shown {}

  record TooMany(Instant until) implements Shown {}

  record Busy() implements Shown {}

  private static final int LONGEST_TYPED = 1_000;

  private final AccountStore accounts;
  private final PasswordHashing hashing;
  private final Attempts attempts;

  OwnPassword(AccountStore accounts, PasswordHashing hashing, Attempts attempts) {
    this.accounts = accounts;
    this.hashing = hashing;
    this.attempts = attempts;
  }

  Shown shown(PersonId person, String password, Device device) {
    return switch (attempts.begin(person.value().toString(), device.network())) {
      case Attempt.Refused(var until) -> new TooMany(until);
      case Attempt.Allowed attempt -> compare(attempt, person, typed(password), device);
    };
  }

  private Shown compare(Attempt.Allowed attempt, PersonId person, String password, Device device) {
    var credentials = accounts.credentials(person);
    var matches = hashing.tryMatches(password, credentials.map(Credentials::hash).orElse(null));
    if (matches.isEmpty()) {
      attempts.withdraw(attempt);
      return new Busy();
    }
    if (!matches.get()) {
      attempts.wrong(attempt, device.network(), person);
      return attempt.left() > 0 ? new Wrong(attempt.left()) : new TooMany(attempt.lockedUntil());
    }
    attempts.right(attempt);
    return new Right(credentials.orElseThrow());
  }

  /** Longer than any password can be; the rest would only cost time. */
  static String typed(String password) {
    return password.length() > LONGEST_TYPED ? password.substring(0, LONGEST_TYPED) : password;
  }
}
