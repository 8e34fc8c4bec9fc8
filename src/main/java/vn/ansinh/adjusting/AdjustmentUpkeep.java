package vn.ansinh.adjusting;

import java.time.Clock;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;

/**
 * Erases what nobody goes on with, and of what was decided all but that it was, when the time it is
 * kept is over; whose request was returned and lapses is told. Any number of nodes share the work
 * out.
 */
@Component
class AdjustmentUpkeep {

  private static final int BATCH = 50;

  private final AdjustmentStore store;
  private final OpenAdjustments open;
  private final AdjustmentSettings settings;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final Clock clock;

  AdjustmentUpkeep(
      AdjustmentStore store,
      OpenAdjustments open,
      AdjustmentSettings settings,
      TransactionTemplate transaction,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.open = open;
    this.settings = settings;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  @Scheduled(cron = "0 35 2 * * *", zone = "Asia/Ho_Chi_Minh")
  void everyNight() {
    if (settings.upkeep()) {
      run();
    }
  }

  /** Everything whose time is over. */
  void run() {
    while (batch() == BATCH) {}
  }

  private int batch() {
    return transaction.execute(
        _ -> {
          var outlived = store.takeOutlived(clock.instant(), BATCH);
          outlived.forEach(
              it -> {
                if (it.is(AdjustmentStatus.RETURNED)) {
                  open.tell(it, AdjustmentStep.LAPSED, "", null, clock.instant());
                }
                open.erase(it);
                audit.record(
                    "ADJUSTMENT_ERASED",
                    Actor.SYSTEM,
                    OpenAdjustments.subject(it),
                    Map.of("status", it.status().name()));
              });
          return outlived.size();
        });
  }
}
