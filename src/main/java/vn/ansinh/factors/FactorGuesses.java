package vn.ansinh.factors;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.Entrant;
import vn.ansinh.accounts.SecondFactors.Kind;
import vn.ansinh.accounts.StandIn;
import vn.ansinh.accounts.Taking;
import vn.ansinh.platform.PersonId;
import vn.ansinh.totp.Totp;

/**
 * Counts what was typed wrong, by person and kind, and devices unknown to the account for
 * themselves: five in a quarter of an hour, thirty in a day. A wrong code weighs as much as the
 * person has apps, so that three codes good at a time make less than a hundred chances a day of one
 * in a million, whoever guesses; who does has shown the password before.
 *
 * <p>Chances of unknown devices are also counted over the whole system: 3,000 are 0.003 right
 * guesses a day (security goal S3, ADR 28). Who then types the right one takes back what was
 * mistyped at the same entry.
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

  /** Counts without limit what {@link #right} gives back. */
  private static final Budget OF_ENTRY =
      Budget.of("factors.entry", CHANCES_OF_STRANGERS, Duration.ofMinutes(15));

  /** Mistakes of one window may be put right in the next, which then counts less than it should. */
  private static final Budget GIVEN_BACK =
      Budget.of("factors.given-back", 1000, Duration.ofDays(1));

  private final Budgets budgets;

  FactorGuesses(Budgets budgets) {
    this.budgets = budgets;
  }

  Optional<Instant> closedUntil(PersonId person, Kind kind, Entrant entrant) {
    var key = key(person, kind, entrant);
    return budgets.spentUntil(IN_A_DAY, key).or(() -> budgets.spentUntil(IN_A_ROW, key));
  }

  boolean strangersRest() {
    return budgets.spentUntil(OF_STRANGERS, ALL).isPresent();
  }

  /**
   * What to say after one more.
   *
   * @param apps how many the code could have been of; none where it was a printed one, or where the
   *     person has no app
   */
  StandIn wrong(PersonId person, Kind kind, Entrant entrant, int apps) {
    var key = key(person, kind, entrant);
    var row = budgets.take(IN_A_ROW, key);
    int weight = Math.max(1, apps);
    var day = budgets.take(IN_A_DAY, key, weight);
    var _ = budgets.take(ALTOGETHER, ALL);
    if (entrant.guarded() && apps > 0) {
      compared(entrant, apps * Totp.GOOD_TOGETHER);
    }
    var left = Math.min(left(row), left(day) / weight);
    return left > 0
        ? new StandIn.Wrong(left)
        : closedUntil(person, kind, entrant)
            .<StandIn>map(StandIn.TooMany::new)
            .orElseGet(() -> new StandIn.Wrong(1));
  }

  private void compared(Entrant entrant, int chances) {
    var _ = budgets.take(OF_ENTRY, entrant.entry().toString(), chances);
    var _ = budgets.take(OF_STRANGERS, ALL, chances);
  }

  /** What was mistyped at this entry was no guess. */
  void right(Entrant entrant) {
    var mistyped = budgets.used(OF_ENTRY, entrant.entry().toString());
    if (mistyped > 0 && budgets.take(GIVEN_BACK, ALL, mistyped) instanceof Taking.Granted) {
      budgets.giveBack(OF_STRANGERS, ALL, mistyped);
    }
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

  private static String key(PersonId person, Kind kind, Entrant entrant) {
    return kind + ":" + person.value() + (entrant.guarded() ? ":guarded" : "");
  }
}
