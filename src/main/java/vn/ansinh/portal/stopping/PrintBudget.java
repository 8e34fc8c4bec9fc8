package vn.ansinh.portal.stopping;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Taking;

/** Printing takes most of a second of a processor. */
@Component
class PrintBudget {

  private static final Budget PRINTS = Budget.of("stopping.prints", 60, Duration.ofHours(1));

  private final Budgets budgets;

  PrintBudget(Budgets budgets) {
    this.budgets = budgets;
  }

  void take(CitizenSession session) {
    if (budgets.take(PRINTS, session.person().value().toString()) instanceof Taking.Spent) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
  }
}
