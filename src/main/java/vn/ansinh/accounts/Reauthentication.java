package vn.ansinh.accounts;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets somebody who is signed in do something of weight once the own password was shown again. The
 * password is compared outside of any transaction; the work is done under the lock on the account's
 * row, and only while the session lives and the password is still the same, so that nothing crosses
 * a freeze.
 */
@Service
public class Reauthentication {

  /** Each is told by every channel, and messages cost. */
  private static final Budget DEEDS = Budget.of("reauthentication", 30, Duration.ofDays(1));

  private final OwnPassword ownPassword;
  private final AccountStore accounts;
  private final Sessions sessions;
  private final Budgets budgets;
  private final TransactionOperations transaction;

  Reauthentication(
      OwnPassword ownPassword,
      AccountStore accounts,
      Sessions sessions,
      Budgets budgets,
      TransactionOperations transaction) {
    this.ownPassword = ownPassword;
    this.accounts = accounts;
    this.sessions = sessions;
    this.budgets = budgets;
    this.transaction = transaction;
  }

  /** Mistakes count as at changing the password. */
  public <T> Reauthenticated<T> with(
      CitizenSession session, String password, Device device, Supplier<T> work) {
    return switch (ownPassword.shown(session, password, device)) {
      case OwnPassword.TooMany(var until) -> new Reauthenticated.TooMany<>(until);
      case OwnPassword.Wrong(var left) -> new Reauthenticated.Wrong<>(left);
      case OwnPassword.Busy _ -> new Reauthenticated.Busy<>();
      case OwnPassword.Right(var proved) ->
          budgets.take(DEEDS, session.person().value().toString())
                  instanceof Taking.Spent(var until)
              ? new Reauthenticated.TooMany<>(until)
              : Objects.requireNonNull(transaction.execute(_ -> locked(session, proved, work)));
    };
  }

  /**
   * For a later step of something begun with the password in the same session: under the same lock
   * and the same conditions but for the password.
   */
  public <T> Reauthenticated<T> locked(CitizenSession session, Supplier<T> work) {
    return Objects.requireNonNull(
        transaction.execute(
            _ ->
                accounts
                    .lock(session.person())
                    .map(it -> locked(session, it, work))
                    .orElseGet(Reauthenticated.Busy::new)));
  }

  private <T> Reauthenticated<T> locked(
      CitizenSession session, Credentials proved, Supplier<T> work) {
    boolean stands =
        accounts
            .lock(session.person())
            .filter(it -> it.frozenAt() == null)
            .filter(it -> Objects.equals(it.hash(), proved.hash()))
            .filter(_ -> sessions.isLive(session))
            .isPresent();
    return stands ? new Reauthenticated.Done<>(work.get()) : new Reauthenticated.Busy<>();
  }
}
