package vn.ansinh.adjusting;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.AccountClosings;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.files.FileId;
import vn.ansinh.files.FileKind;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.people.PersonStatus;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Officers;
import vn.ansinh.staff.Permission;

/**
 * The officer's side of requests: only those of the officer's office and below exist. One is taken
 * before it is decided, by one officer at a time; of two decisions at once the second is told that
 * it is decided.
 */
@Service
public class AdjustmentDesk {

  private static final int LONGEST_ANSWER = 2_000;

  private final AdjustmentDeskStore store;
  private final AdjustmentStore adjustments;
  private final Approvals approvals;
  private final OpenAdjustments trail;
  private final SealedAdjustments seal;
  private final AccountClosings accounts;
  private final People people;
  private final Offices offices;
  private final Officers officers;
  private final Clock clock;

  AdjustmentDesk(
      AdjustmentDeskStore store,
      AdjustmentStore adjustments,
      Approvals approvals,
      OpenAdjustments trail,
      SealedAdjustments seal,
      AccountClosings accounts,
      People people,
      Offices offices,
      Officers officers,
      Clock clock) {
    this.store = store;
    this.adjustments = adjustments;
    this.approvals = approvals;
    this.trail = trail;
    this.seal = seal;
    this.accounts = accounts;
    this.people = people;
    this.offices = offices;
    this.officers = officers;
    this.clock = clock;
  }

  /** The name of who has it; empty while nobody has. */
  public String holder(Adjustment adjustment) {
    var holder = adjustment.takenBy();
    return holder == null
        ? ""
        : officers.find(new OfficerId(holder)).map(Officer::fullName).orElse("–");
  }

  /** One look, which goes on the trail of the person. */
  @Transactional
  public Optional<AdjustmentFile> open(UUID id, Officer officer) {
    var file = find(id, officer).map(it -> file(it, officer));
    file.ifPresent(it -> record("ADJUSTMENT_LOOKED", it.adjustment(), officer, Map.of()));
    return file;
  }

  /** One look at a picture, which goes on the trail. */
  @Transactional
  public Optional<FileId> lookAtPicture(UUID id, FileKind kind, Officer officer) {
    var found = find(id, officer);
    var picture = found.map(it -> it.handedIn().of(kind));
    picture.ifPresent(
        _ ->
            record(
                "ADJUSTMENT_PICTURE_LOOKED",
                found.orElseThrow(),
                officer,
                Map.of("kind", kind.name())));
    return picture;
  }

  /** The officer has it from now on; who shares out work also takes it from a colleague. */
  @Transactional
  public AdjustmentDecision take(UUID id, Officer officer) {
    var found = find(id, officer);
    if (found.isEmpty()) {
      return new AdjustmentDecision.NotFound();
    }
    if (!officer.may(Permission.SEND_BACK)) {
      return new AdjustmentDecision.NotAllowed();
    }
    boolean fromOthers = officer.may(Permission.SHARE_OUT);
    if (!store.take(found.get(), officer.id().value(), fromOthers, clock.instant())) {
      return found.get().is(AdjustmentStatus.SUBMITTED)
          ? new AdjustmentDecision.TakenByColleague()
          : new AdjustmentDecision.Stale();
    }
    record("ADJUSTMENT_TAKEN", found.get(), officer, Map.of());
    return new AdjustmentDecision.Done(false);
  }

  /** Anybody of the office may have it from now on. */
  @Transactional
  public AdjustmentDecision giveBack(UUID id, Officer officer) {
    var found = find(id, officer);
    if (found.isEmpty()) {
      return new AdjustmentDecision.NotFound();
    }
    if (!store.giveBack(found.get(), officer.id().value())) {
      return new AdjustmentDecision.Stale();
    }
    record("ADJUSTMENT_GIVEN_BACK", found.get(), officer, Map.of());
    return new AdjustmentDecision.Done(false);
  }

  /**
   * The register says it at once where its day has come, else on its day.
   *
   * @param seenVersion as the officer saw it
   * @param mark of the file as the officer saw it
   */
  @Transactional
  public AdjustmentDecision approve(UUID id, int seenVersion, String mark, Officer officer) {
    return decide(
        id,
        seenVersion,
        officer,
        Permission.DECIDE,
        (seen, declared, person) -> approvals.approve(seen, declared, mark, person, officer));
  }

  /** Back to the person, who may put it right within the time drafts are kept. */
  @Transactional
  public AdjustmentDecision returnForCorrection(
      UUID id, int seenVersion, Officer officer, String answer) {
    return decide(
        id,
        seenVersion,
        officer,
        Permission.SEND_BACK,
        (seen, _, _) -> against(seen, AdjustmentStep.RETURNED, officer, answer));
  }

  @Transactional
  public AdjustmentDecision reject(UUID id, int seenVersion, Officer officer, String answer) {
    return decide(
        id,
        seenVersion,
        officer,
        Permission.DECIDE,
        (seen, _, _) -> against(seen, AdjustmentStep.REJECTED, officer, answer));
  }

  private interface Deed {
    AdjustmentDecision of(Adjustment seen, Declared declared, Person person);
  }

  /** The account first, then the row: as everybody who changes both. */
  private AdjustmentDecision decide(
      UUID id, int seenVersion, Officer officer, Permission needed, Deed deed) {
    var found = find(id, officer);
    if (found.isEmpty()) {
      return new AdjustmentDecision.NotFound();
    }
    if (!officer.may(needed)) {
      return new AdjustmentDecision.NotAllowed();
    }
    var seen =
        accounts
            .hold(found.get().person())
            .flatMap(it -> adjustments.lockOpen(it.person()))
            .filter(it -> it.id().equals(id) && it.version() == seenVersion)
            .filter(it -> it.is(AdjustmentStatus.SUBMITTED));
    var declared = seen.map(Adjustment::declared).orElse(null);
    if (seen.isEmpty() || declared == null) {
      return new AdjustmentDecision.Stale();
    }
    if (!officer.id().value().equals(seen.get().takenBy())) {
      return seen.get().takenBy() == null
          ? new AdjustmentDecision.NotTaken()
          : new AdjustmentDecision.TakenByColleague();
    }
    var person = people.find(seen.get().person()).orElseThrow();
    return hasName(officer, declared, person)
        ? new AdjustmentDecision.OwnName()
        : deed.of(seen.get(), declared, person);
  }

  /** Staff are not linked with persons of the register, so the name has to do (ADR 24). */
  private static boolean hasName(Officer officer, Declared declared, Person person) {
    return PersonNames.same(officer.fullName(), person.fullName())
        || PersonNames.same(officer.fullName(), declared.after().fullName());
  }

  private AdjustmentDecision against(
      Adjustment seen, AdjustmentStep step, Officer officer, String answer) {
    var said = answer.strip();
    if (said.isEmpty() || said.length() > LONGEST_ANSWER) {
      return new AdjustmentDecision.NoAnswer();
    }
    approvals.refuse(seen, step, officer, said);
    return new AdjustmentDecision.Done(false);
  }

  private Optional<Adjustment> find(UUID id, Officer officer) {
    return store
        .find(id)
        .filter(it -> !it.is(AdjustmentStatus.DRAFT))
        .filter(it -> sees(officer, it.officeCode()));
  }

  private boolean sees(Officer officer, @Nullable String office) {
    return office != null
        && officer.may(Permission.SEE_FILES)
        && offices.covers(officer.officeCode(), office);
  }

  private AdjustmentFile file(Adjustment adjustment, Officer officer) {
    var person = people.find(adjustment.person()).orElseThrow();
    var holder = adjustment.takenBy();
    var declared = adjustment.declared();
    var register = Facts.of(person);
    boolean living = person.status() == PersonStatus.ACTIVE;
    return new AdjustmentFile(
        adjustment,
        person,
        register,
        declared == null ? "" : seal.mark(adjustment.id(), declared, register),
        living && approvals.numberIsTaken(adjustment),
        living && approvals.isPaperOfAnother(adjustment),
        Objects.equals(holder, officer.id().value()),
        holder == null ? null : holder(adjustment));
  }

  private void record(
      String action, Adjustment adjustment, Officer officer, Map<String, String> details) {
    trail.record(action, adjustment, officer.id().value(), details);
  }
}
