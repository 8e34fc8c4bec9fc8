package vn.ansinh.adjusting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.AccountClosings;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.people.Person;
import vn.ansinh.people.Revised;
import vn.ansinh.people.Revisions;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.WorkingDays;

/**
 * Carries out what was approved for a day that has come: writes it into the register, once. Any
 * number of nodes may look after the same request, and its person may withdraw it at the same
 * moment: under the lock on the account's row one of them finds it. Cut off in the middle, nothing
 * has happened, and the next run does it. What does not fit the register any more goes back to the
 * office.
 */
@Component
class AdjustmentEffects {

  private static final Logger LOG = LoggerFactory.getLogger(AdjustmentEffects.class);
  private static final int AT_ONCE = 200;
  private static final AdjustmentDeskStore.Due FROM_THE_FIRST =
      new AdjustmentDeskStore.Due(new PersonId(new UUID(0, 0)), LocalDate.EPOCH);

  private final AdjustmentDeskStore store;
  private final AdjustmentStore adjustments;
  private final OpenAdjustments open;
  private final Approvals approvals;
  private final AccountClosings accounts;
  private final Revisions revisions;
  private final WorkingDays workingDays;
  private final AdjustmentSettings settings;
  private final ObjectProvider<AdjustmentEffects> self;
  private final Audit audit;
  private final Clock clock;

  AdjustmentEffects(
      AdjustmentDeskStore store,
      AdjustmentStore adjustments,
      OpenAdjustments open,
      Approvals approvals,
      AccountClosings accounts,
      Revisions revisions,
      WorkingDays workingDays,
      AdjustmentSettings settings,
      ObjectProvider<AdjustmentEffects> self,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.adjustments = adjustments;
    this.open = open;
    this.approvals = approvals;
    this.accounts = accounts;
    this.revisions = revisions;
    this.workingDays = workingDays;
    this.settings = settings;
    this.self = self;
    this.audit = audit;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT2M")
  void run() {
    if (settings.upkeep()) {
      runNow();
    }
  }

  /** Everything that is due; what fails is passed over and tried again at the next run. */
  void runNow() {
    var today = VietnamTime.today(clock);
    var page = store.due(today, FROM_THE_FIRST, AT_ONCE);
    while (!page.isEmpty()) {
      page.forEach(it -> settleOrLog(it.person()));
      page = store.due(today, page.getLast(), AT_ONCE);
    }
  }

  private void settleOrLog(PersonId person) {
    try {
      self.getObject().settle(person);
    } catch (RuntimeException e) {
      LOG.error("an adjustment that is due fails: {}", e.getClass().getName());
    }
  }

  /** One person's, if it is due. */
  @Transactional
  public void settle(PersonId person) {
    var account = accounts.hold(person);
    var due =
        adjustments
            .lockOpen(person)
            .filter(it -> it.is(AdjustmentStatus.APPROVED))
            .filter(it -> isDue(it.effectiveOn()));
    if (due.isEmpty()) {
      return;
    }
    var content = due.get().content();
    if (account.isEmpty() || content == null) {
      open.dropUntold(due.get(), AdjustmentStep.ENDED, Actor.SYSTEM);
    } else {
      settle(due.get(), content);
    }
  }

  private void settle(Adjustment due, AdjustmentContent content) {
    var revision = Objects.requireNonNull(content.declared()).revision();
    Predicate<Person> asSeen = it -> agrees(content, it);
    switch (revisions.revise(due.person(), revision, asSeen, Actor.SYSTEM)) {
      case Revised.Changed _ -> reopen(due, Conflict.REGISTER_CHANGED);
      case Revised.NumberTaken _ -> reopen(due, Conflict.NUMBER_TAKEN);
      case Revised.NotActive _ -> open.dropUntold(due, AdjustmentStep.ENDED, Actor.SYSTEM);
      case Revised.Done _ -> finish(due);
    }
  }

  /** Whether the register still says what the officer saw. */
  private static boolean agrees(AdjustmentContent content, Person register) {
    var seen = content.seen();
    return seen != null
        && content.form().items().stream().allMatch(it -> seen.agrees(it, Facts.of(register)));
  }

  private void finish(Adjustment due) {
    var now = clock.instant();
    store.finish(due, now.plus(settings.doneKeptFor()), now);
    audit.record(AdjustmentStep.DONE.deed(), Actor.SYSTEM, OpenAdjustments.subject(due));
    approvals.keepEvidence(due);
    open.tell(due, AdjustmentStep.DONE, "", null, now);
  }

  private void reopen(Adjustment due, Conflict why) {
    var now = clock.instant();
    var promised = workingDays.after(VietnamTime.date(now), settings.decisionWorkingDays());
    store.reopen(due, why, promised, now);
    audit.record(
        AdjustmentStep.REOPENED.deed(),
        Actor.SYSTEM,
        OpenAdjustments.subject(due),
        Map.of("conflict", why.name()));
    open.tell(due, AdjustmentStep.REOPENED, "", promised, now);
  }

  private boolean isDue(@org.jspecify.annotations.Nullable LocalDate day) {
    return day != null && !day.isAfter(VietnamTime.today(clock));
  }
}
