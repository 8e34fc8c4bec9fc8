package vn.ansinh.adjusting;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.AccountClosed;
import vn.ansinh.accounts.AccountFrozen;
import vn.ansinh.accounts.LostContactsReplaced;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.files.Files;
import vn.ansinh.platform.PersonId;

/**
 * Requests from which something may still come. Those who tell that an account was closed, frozen
 * or given back at the office hold it: nothing begun before may change the register after.
 */
@Component
class OpenAdjustments {

  private final AdjustmentStore store;
  private final Files files;
  private final Audit audit;
  private final Clock clock;

  OpenAdjustments(AdjustmentStore store, Files files, Audit audit, Clock clock) {
    this.store = store;
    this.files = files;
    this.audit = audit;
    this.clock = clock;
  }

  @EventListener
  void on(AccountClosed event) {
    end(event.person(), Actor.of(event.person()));
  }

  @EventListener
  void on(AccountFrozen event) {
    end(event.person(), Actor.of(event.person()));
  }

  @EventListener
  void on(LostContactsReplaced event) {
    end(event.person(), Actor.SYSTEM);
  }

  private void end(PersonId person, Actor by) {
    store.lockOpen(person).ifPresent(it -> drop(it, "ADJUSTMENT_ENDED", by));
  }

  /** Nothing comes of it and nothing of what was said stays. The caller holds the row. */
  void drop(Adjustment adjustment, String action, Actor by) {
    erase(adjustment);
    audit.record(action, by, subject(adjustment));
  }

  /** The caller holds the row. Of one that was never handed in not even the row stays. */
  void erase(Adjustment adjustment) {
    adjustment.pictures().all().forEach(files::erase);
    if (adjustment.is(AdjustmentStatus.DRAFT)) {
      store.delete(adjustment);
    } else {
      store.erase(adjustment, clock.instant());
    }
  }

  void record(String action, Adjustment adjustment, UUID officer, Map<String, String> details) {
    audit.record(action, new Actor(Actor.Kind.OFFICER, officer), subject(adjustment), details);
  }

  static Subject subject(Adjustment adjustment) {
    return Subject.of("adjustment", adjustment.id(), adjustment.person());
  }
}
