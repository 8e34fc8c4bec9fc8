package vn.ansinh.accounts;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.PasswordHashing;

/**
 * Asks somebody who is signed in for the own password once more. Mistakes count by person and
 * network, and over all networks for the session, so that a stolen one cannot guess on while it
 * lives, and its owner is not shut out elsewhere. Compared outside of any transaction.
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
  private static final Budget MISTAKES =
      Budget.of("own-password.session", 20, Duration.ofHours(24));

  private final AccountStore accounts;
  private final PasswordHashing hashing;
  private final Attempts attempts;
  private final Budgets budgets;

  OwnPassword(AccountStore accounts, PasswordHashing hashing, Attempts attempts, Budgets budgets) {
    this.accounts = accounts;
    this.hashing = hashing;
    this.attempts = attempts;
    this.budgets = budgets;
  }

  Shown shown(CitizenSession session, String password, Device device) {
    var person = session.person();
    var spent = budgets.spentUntil(MISTAKES, session.id().toString());
    if (spent.isPresent()) {
      return new TooMany(spent.get());
    }
    return switch (attempts.begin(person.value().toString(), device.network())) {
      case Attempt.Refused(var until) -> new TooMany(until);
      case Attempt.Allowed attempt -> compare(attempt, session, typed(password), device);
    };
  }

  private Shown compare(
      Attempt.Allowed attempt, CitizenSession session, String password, Device device) {
    var person = session.person();
    var credentials = accounts.credentials(person);
    var matches = hashing.tryMatches(password, credentials.map(Credentials::hash).orElse(null));
    if (matches.isEmpty()) {
      attempts.withdraw(attempt);
      return new Busy();
    }
    if (!matches.get()) {
      attempts.wrong(attempt, device.network(), person);
      var _ = budgets.take(MISTAKES, session.id().toString());
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
