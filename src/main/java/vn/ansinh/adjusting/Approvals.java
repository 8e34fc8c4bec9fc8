package vn.ansinh.adjusting;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.audit.Actor;
import vn.ansinh.files.Files;
import vn.ansinh.files.Safety;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.people.PersonStatus;
import vn.ansinh.people.Revised;
import vn.ansinh.people.Revisions;
import vn.ansinh.platform.Secrets;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.staff.Officer;

/** Writes a decision down, and into the register where its day has come. */
@Component
class Approvals {

  private final AdjustmentDeskStore store;
  private final OpenAdjustments trail;
  private final SealedAdjustments seal;
  private final People people;
  private final Revisions revisions;
  private final Files files;
  private final AdjustmentSettings settings;
  private final Clock clock;

  Approvals(
      AdjustmentDeskStore store,
      OpenAdjustments trail,
      SealedAdjustments seal,
      People people,
      Revisions revisions,
      Files files,
      AdjustmentSettings settings,
      Clock clock) {
    this.store = store;
    this.trail = trail;
    this.seal = seal;
    this.people = people;
    this.revisions = revisions;
    this.files = files;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The caller holds account and row.
   *
   * @param mark of what the officer has compared
   */
  AdjustmentDecision approve(
      Adjustment seen, Declared declared, String mark, Person person, Officer officer) {
    if (person.status() != PersonStatus.ACTIVE) {
      return new AdjustmentDecision.NotActive();
    }
    if (!isSafe(seen)) {
      return new AdjustmentDecision.PicturesMissing();
    }
    Predicate<Person> asSeen =
        it -> Secrets.same(mark, seal.mark(seen.id(), declared, Facts.of(it)));
    if (!asSeen.test(person)) {
      return new AdjustmentDecision.RegisterChanged();
    }
    boolean now = !Objects.requireNonNull(seen.effectiveOn()).isAfter(VietnamTime.today(clock));
    if (!now) {
      return later(seen, person, officer);
    }
    return switch (revisions.revise(
        person.id(), declared.revision(), asSeen, Actor.of(officer.id()))) {
      case Revised.Changed _ -> new AdjustmentDecision.RegisterChanged();
      case Revised.NumberTaken _ -> new AdjustmentDecision.NumberTaken();
      case Revised.NotActive _ -> new AdjustmentDecision.NotActive();
      case Revised.Done _ -> {
        var until = clock.instant().plus(settings.doneKeptFor());
        decide(seen, AdjustmentStep.DONE, person, officer, "", until);
        keepEvidence(seen);
        yield new AdjustmentDecision.Done(true);
      }
    };
  }

  /** The caller holds account and row. */
  void refuse(Adjustment seen, AdjustmentStep step, Officer officer, String answer) {
    var keptFor =
        step == AdjustmentStep.RETURNED ? settings.draftsKeptFor() : settings.refusedKeptFor();
    var until = clock.instant().plus(keptFor);
    decide(seen, step, null, officer, answer, until);
    files.keepUntil(files.safety(seen.everyPicture()).keySet(), until);
  }

  /** Whether the personal id that is asked for is somebody else's. */
  boolean numberIsTaken(Adjustment adjustment) {
    var declared = adjustment.declared();
    return Stream.ofNullable(declared)
        .flatMap(it -> Stream.ofNullable(it.revision().paper()))
        .filter(it -> it.kind() == PaperKind.CITIZEN_CARD)
        .flatMap(it -> people.byNumber(it.number()).stream())
        .anyMatch(it -> !it.id().equals(adjustment.person()));
  }

  /** Whether the number of the paper that is asked for stands in the register for somebody else. */
  boolean isPaperOfAnother(Adjustment adjustment) {
    var declared = adjustment.declared();
    return Stream.ofNullable(declared)
        .flatMap(it -> Stream.ofNullable(it.revision().paper()))
        .anyMatch(it -> people.isOfAnother(it.number(), adjustment.person()));
  }

  /** The pictures stay some time in case somebody asks why. */
  void keepEvidence(Adjustment adjustment) {
    var until = clock.instant().plus(settings.evidenceKeptFor());
    files.keepUntil(files.safety(adjustment.everyPicture()).keySet(), until);
  }

  private AdjustmentDecision later(Adjustment seen, Person person, Officer officer) {
    if (numberIsTaken(seen)) {
      return new AdjustmentDecision.NumberTaken();
    }
    decide(seen, AdjustmentStep.APPROVED, person, officer, "", null);
    return new AdjustmentDecision.Done(false);
  }

  private void decide(
      Adjustment seen,
      AdjustmentStep step,
      @Nullable Person approved,
      Officer officer,
      String answer,
      @Nullable Instant keptUntil) {
    var now = clock.instant();
    var content = Objects.requireNonNull(seen.content());
    var kept = approved == null ? content : content.seeing(Facts.of(approved));
    var written =
        new AdjustmentDeskStore.Written(
            AdjustmentStatus.valueOf(step.name()), kept, officer.id().value(), answer, keptUntil);
    if (!store.decide(seen, written, now)) {
      throw new IllegalStateException("a held request was decided by somebody else");
    }
    trail.record(step.deed(), seen, officer.id().value(), Map.of());
    trail.tell(seen, step, answer, null, now);
  }

  private boolean isSafe(Adjustment adjustment) {
    var ids = adjustment.pictures().all();
    var safety = files.safety(ids);
    return ids.stream().allMatch(it -> safety.get(it) instanceof Safety.Safe);
  }
}
