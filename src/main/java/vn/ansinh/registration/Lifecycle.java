package vn.ansinh.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.registration.DeclarationEvent.Change;
import vn.ansinh.registration.DeclarationEvent.Deed;

/**
 * The only way a declaration changes: row, history, audit trail and deadlines together, in the
 * caller's transaction.
 */
@Component
class Lifecycle {

  /** Who did what, and why. */
  record Act(
      Deed deed,
      Actor by,
      List<String> reasons,
      @Nullable String note,
      Map<Field, Change> changes) {

    static Act of(Deed deed, Actor by) {
      return new Act(deed, by, List.of(), null, Map.of());
    }

    static Act because(Deed deed, Actor by, List<String> reasons, @Nullable String note) {
      return new Act(deed, by, List.copyOf(reasons), note, Map.of());
    }
  }

  private final DeclarationStore store;
  private final HistoryStore history;
  private final DeadlineStore deadlines;
  private final Promises promises;
  private final Audit audit;
  private final Clock clock;

  Lifecycle(
      DeclarationStore store,
      HistoryStore history,
      DeadlineStore deadlines,
      Promises promises,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.history = history;
    this.deadlines = deadlines;
    this.promises = promises;
    this.audit = audit;
    this.clock = clock;
  }

  void begin(Declaration declaration, Actor by) {
    store.insert(declaration);
    record(null, declaration, Act.of(Deed.SUBMITTED, by));
  }

  /** False when somebody was faster; nothing is changed then. */
  boolean move(Declaration before, Declaration after, Act act) {
    if (before.status() != after.status() && !before.status().canBecome(after.status())) {
      throw new RegistrationException(before.status() + " cannot become " + after.status());
    }
    if (!store.replace(before, after, clock.instant())) {
      return false;
    }
    record(before.status(), after, act);
    return true;
  }

  /** Personal data are to be erased then. */
  void eraseOn(DeclarationId id, LocalDate day) {
    deadlines.set(id, DeadlineStore.Kind.ERASE, day);
  }

  private void record(@Nullable DeclarationStatus from, Declaration now, Act act) {
    history.append(
        now,
        new DeclarationEvent(
            clock.instant(),
            act.deed(),
            from,
            now.status(),
            act.by(),
            act.reasons(),
            act.note(),
            act.changes()));
    var details = new LinkedHashMap<String, String>();
    details.put("office", now.officeCode());
    details.put("status", now.status().name());
    if (!act.reasons().isEmpty()) {
      details.put("reasons", String.join(",", act.reasons()));
    }
    audit.record(
        "DECLARATION_" + act.deed(),
        act.by(),
        Subject.of("declaration", now.id().value(), now.person()),
        details);
    if (from != null) {
      deadlines.clear(now.id());
    }
    schedule(now);
  }

  private void schedule(Declaration now) {
    var actBy = now.clock().actBy();
    if (actBy != null && now.status().waitsForApplicant()) {
      deadlines.set(now.id(), DeadlineStore.Kind.EXPIRE, actBy.plusDays(1));
      if (now.clock().remindedAt() == null) {
        deadlines.set(now.id(), DeadlineStore.Kind.REMIND, promises.remindOn(actBy));
      }
    }
  }
}
