package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

@LetterBoxTest
class BudgetsTest {

  @Autowired Budgets budgets;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;
  @Autowired MeterRegistry metrics;
  @Autowired TransactionTemplate transaction;
  final String key = UUID.randomUUID().toString();
  final Budget three = Budget.of("test.three", 3, Duration.ofMinutes(10));

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  @Test
  void uses_are_granted_up_to_the_limit_and_again_in_the_next_window() {
    assertThat(budgets.take(three, key)).isEqualTo(new Taking.Granted(2));
    assertThat(budgets.take(three, key)).isEqualTo(new Taking.Granted(1));
    assertThat(budgets.take(three, key)).isEqualTo(new Taking.Granted(0));
    assertThat(budgets.take(three, key)).isInstanceOf(Taking.Spent.class);

    clock.advance(Duration.ofMinutes(10));
    assertThat(budgets.take(three, key)).isEqualTo(new Taking.Granted(2));
  }

  @Test
  void a_flood_does_not_prolong_the_window() {
    for (int i = 0; i < 3; i++) {
      budgets.take(three, key);
    }
    var first = (Taking.Spent) budgets.take(three, key);
    clock.advance(Duration.ofMinutes(9));
    assertThat(budgets.take(three, key)).isEqualTo(first);
    assertThat(budgets.spentUntil(three, key)).contains(first.until());
  }

  @Test
  void keys_and_names_have_budgets_of_their_own() {
    for (int i = 0; i < 4; i++) {
      budgets.take(three, key);
    }
    assertThat(budgets.take(three, key + "2")).isEqualTo(new Taking.Granted(2));
    assertThat(budgets.take(Budget.of("test.other", 3, Duration.ofMinutes(10)), key))
        .isEqualTo(new Taking.Granted(2));
    assertThat(budgets.spentUntil(three, key + "2")).isEmpty();
  }

  @Test
  void fifty_at_once_get_no_more_than_the_limit() throws Exception {
    var twenty = Budget.of("test.twenty", 20, Duration.ofMinutes(10));
    var answers = Together.run(50, _ -> budgets.take(twenty, key));
    assertThat(answers).filteredOn(Taking.Granted.class::isInstance).hasSize(20);
  }

  @Test
  void a_shared_budget_grants_its_limit_though_spread_over_rows() {
    var shared = Budget.shared("test.shared", 32, Duration.ofMinutes(10));
    var granted =
        IntStream.range(0, 500)
            .filter(_ -> budgets.take(shared, key) instanceof Taking.Granted)
            .count();
    assertThat(granted).isEqualTo(32);
  }

  @Test
  void a_use_rolled_back_is_given_back() {
    transaction.executeWithoutResult(
        it -> {
          budgets.take(three, key);
          it.setRollbackOnly();
        });
    assertThat(budgets.take(three, key)).isEqualTo(new Taking.Granted(2));
  }

  @Test
  void a_spent_budget_moves_its_alarm_counter() {
    var one = Budget.of("test.alarm", 1, Duration.ofMinutes(10));
    budgets.take(one, key);
    budgets.take(one, key);
    assertThat(metrics.counter("ansinh.budget.spent", "budget", "test.alarm").count())
        .isGreaterThanOrEqualTo(1);
  }

  @Test
  void old_rows_are_swept() {
    budgets.take(three, key);
    clock.advance(Duration.ofMinutes(11));
    budgets.sweep();
    assertThat(
            sql.sql("select count(*) from accounts.budget where window_end < :now")
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void a_budget_without_a_limit_is_a_mistake() {
    assertThatThrownBy(() -> Budget.of("none", 0, Duration.ofMinutes(1)))
        .isInstanceOf(AccountsException.class);
  }
}
