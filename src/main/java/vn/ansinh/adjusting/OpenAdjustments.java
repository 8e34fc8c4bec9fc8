package vn.ansinh.adjusting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OpenAdjustments(
      AdjustmentStore store,
      Files files,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.files = files;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Whoever closes the account did it themselves, and has no contact left to be told by. */
  @EventListener
  void on(AccountClosed event) {
    var person = event.person();
    store.lockOpen(person).ifPresent(it -> dropUntold(it, AdjustmentStep.ENDED, Actor.of(person)));
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
    store.lockOpen(person).ifPresent(it -> drop(it, AdjustmentStep.ENDED, by));
  }

  /**
   * Nothing comes of it and nothing of what was said stays; the person is told. The caller holds
   * the row.
   */
  void drop(Adjustment adjustment, AdjustmentStep step, Actor by) {
    dropUntold(adjustment, step, by);
    tell(adjustment, step, "", null, clock.instant());
  }

  /** As {@link #drop}, where nobody is there to be told. */
  void dropUntold(Adjustment adjustment, AdjustmentStep step, Actor by) {
    erase(adjustment);
    audit.record(step.deed(), by, subject(adjustment));
  }

  /** Nothing about one that was never handed in. */
  void tell(
      Adjustment adjustment,
      AdjustmentStep step,
      String answer,
      @Nullable LocalDate decisionDue,
      Instant at) {
    var code = adjustment.code();
    if (code != null) {
      events.publishEvent(
          new AdjustmentMoved(
              adjustment.id(),
              adjustment.person(),
              step,
              at,
              code.value(),
              Objects.requireNonNull(adjustment.officeCode()),
              decisionDue,
              Objects.requireNonNull(adjustment.effectiveOn()),
              answer));
    }
  }

  /** The caller holds the row. Of one that was never handed in not even the row stays. */
  void erase(Adjustment adjustment) {
    adjustment.everyPicture().forEach(files::erase);
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
