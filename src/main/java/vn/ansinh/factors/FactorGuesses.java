package vn.ansinh.factors;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.SecondFactors.Kind;
import vn.ansinh.accounts.StandIn;
import vn.ansinh.accounts.Taking;
import vn.ansinh.platform.PersonId;

/**
 * Counts what was typed wrong, by person and kind: five in a quarter of an hour, thirty in a day.
 * Thirty guesses a day at an app's code, three of which are good at a time, are right once in
 * thirty years. Who guesses has shown the password before. Guesses from devices unknown to their
 * accounts are also counted over the whole system, by the chances they had: 3,000 chances of one in
 * a million are 0.003 right guesses a day (security goal S3, ADR 28).
 */
@Component
class FactorGuesses {

  private static final Budget IN_A_ROW = Budget.of("factors.wrong", 5, Duration.ofMinutes(15));
  private static final Budget IN_A_DAY = Budget.of("factors.wrong-day", 30, Duration.ofDays(1));
  private static final Budget ALTOGETHER =
      Budget.shared("factors.wrong-all", 1000, Duration.ofHours(1));

  /** Of one in a million. */
  static final int CHANCES_OF_STRANGERS = 3000;

  static final String ALL = "all";
  static final Budget OF_STRANGERS =
      Budget.of("factors.strangers", CHANCES_OF_STRANGERS, Duration.ofDays(1));

  private final Budgets budgets;

  FactorGuesses(Budgets budgets) {
    this.budgets = budgets;
  }

  Optional<Instant> closedUntil(PersonId person, Kind kind) {
    var key = key(person, kind);
    return budgets.spentUntil(IN_A_DAY, key).or(() -> budgets.spentUntil(IN_A_ROW, key));
  }

  boolean strangersRest() {
    return budgets.spentUntil(OF_STRANGERS, ALL).isPresent();
  }

  /**
   * By a device its account does not know, in vain.
   *
   * @param codes how many would have been right
   */
  void compared(int codes) {
    if (codes > 0) {
      var _ = budgets.take(OF_STRANGERS, ALL, codes);
    }
  }

  /** What to say after one more. */
  StandIn wrong(PersonId person, Kind kind) {
    var key = key(person, kind);
    var row = budgets.take(IN_A_ROW, key);
    var day = budgets.take(IN_A_DAY, key);
    var _ = budgets.take(ALTOGETHER, ALL);
    var left = Math.min(left(row), left(day));
    return left > 0
        ? new StandIn.Wrong(left)
        : closedUntil(person, kind)
            .<StandIn>map(StandIn.TooMany::new)
            .orElseGet(() -> new StandIn.Wrong(1));
  }

  /**
   * At a forgotten password: counted for the alarm only. The request bounds the tries, the account
   * the requests, and one of twenty to the twelfth is not guessed in a thousand years of those.
   */
  void wrongPrinted() {
    var _ = budgets.take(ALTOGETHER, ALL);
  }

  private static int left(Taking taking) {
    return taking instanceof Taking.Granted(var left) ? left : 0;
  }

  private static String key(PersonId person, Kind kind) {
    return kind + ":" + person.value();
  }
}
