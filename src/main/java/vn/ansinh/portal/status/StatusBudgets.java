package vn.ansinh.portal.status;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.Taking;
import vn.ansinh.registration.Declaration;

/**
 * How often something may be done with one declaration by whoever holds its link; what is too much
 * is answered with 429. Codes to its phone have budgets of their own.
 */
@Component
class StatusBudgets {

  private static final Duration HOUR = Duration.ofHours(1);

  /** Printing takes most of a second of a processor. */
  private static final Budget PRINTS = Budget.of("status.prints", 60, HOUR);

  /** Each correction begun takes room for seven days. */
  private static final Budget ACTS = Budget.of("status.acts", 20, HOUR);

  private final Budgets budgets;

  StatusBudgets(Budgets budgets) {
    this.budgets = budgets;
  }

  void print(Declaration declaration) {
    take(PRINTS, declaration);
  }

  void act(Declaration declaration) {
    take(ACTS, declaration);
  }

  private void take(Budget budget, Declaration declaration) {
    if (budgets.take(budget, declaration.id().value().toString()) instanceof Taking.Spent) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
  }
}
