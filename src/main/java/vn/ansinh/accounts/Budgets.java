package vn.ansinh.accounts;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.platform.Secrets;

/**
 * Limits that hold across all nodes: one small row per key, counted by an atomic upsert. Keys are
 * stored as keyed hashes, so a network address or a phone can be used as one. A budget that is
 * spent counts in the metric {@code ansinh.budget.spent}, tagged with its name.
 */
@Service
public class Budgets {

  private final BudgetStore store;
  private final Secrets secrets;
  private final MeterRegistry metrics;
  private final Clock clock;

  Budgets(BudgetStore store, Secrets secrets, MeterRegistry metrics, Clock clock) {
    this.store = store;
    this.secrets = secrets;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Takes one use. Exact under simultaneous callers: never more than the limit are granted in a
   * window. Joins the caller's transaction: rolled back, the use is given back. Callers that take
   * from several budgets in one transaction take the narrow ones (address) before the wide ones
   * (network, everybody), always in this order.
   */
  @Transactional
  public Taking take(Budget budget, String key) {
    return take(budget, key, 1);
  }

  /**
   * As the other, several uses at once: granted while all of them fit.
   *
   * @param uses at least one
   */
  @Transactional
  public Taking take(Budget budget, String key, int uses) {
    var now = clock.instant();
    var slot = budget.slots() == 1 ? 0 : ThreadLocalRandom.current().nextInt(budget.slots());
    var count =
        store.use(
            hash(budget, key, slot), uses, now, now.plus(budget.window()), budget.limitPerSlot());
    if (count.used() <= budget.limitPerSlot()) {
      return new Taking.Granted((budget.limitPerSlot() - count.used()) * budget.slots());
    }
    metrics.counter("ansinh.budget.spent", "budget", budget.name()).increment();
    return new Taking.Spent(count.windowEnd());
  }

  /** How many uses were taken in the window; exact for budgets of one slot. */
  @Transactional(readOnly = true)
  public int used(Budget budget, String key) {
    return store.used(hash(budget, key, 0), clock.instant());
  }

  /** What was taken and proved harmless; for budgets of one slot. */
  @Transactional
  public void giveBack(Budget budget, String key, int uses) {
    store.giveBack(hash(budget, key, 0), uses, clock.instant());
  }

  /**
   * Whether a use would be refused now, and until when; takes nothing. For budgets of one slot that
   * count only what went wrong.
   */
  @Transactional(readOnly = true)
  public Optional<Instant> spentUntil(Budget budget, String key) {
    return store.spentUntil(hash(budget, key, 0), clock.instant(), budget.limitPerSlot());
  }

  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT5M")
  void sweep() {
    store.deleteEndedBefore(clock.instant());
  }

  private byte[] hash(Budget budget, String key, int slot) {
    return secrets.hash("budget:" + budget.name(), slot + ":" + key);
  }
}
