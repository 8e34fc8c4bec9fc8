package vn.ansinh.staff;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.Mode;
import vn.ansinh.staff.SignInStep.Stage;
import vn.ansinh.staff.SignInStore.Pending;

/**
 * How staff sign in: password, then a code of the officer's own generator (enrolled the first
 * time), then, if the password was one handed over on paper, a password of one's own. The answer to
 * a wrong name, a wrong password and a deactivated officer is the same and costs the same. Hashing
 * happens outside transactions.
 */
@Service
public class StaffSignIn {

  private final OfficerStore officers;
  private final StaffPasswords passwords;
  private final PendingSignIns signIns;
  private final SecondFactor secondFactor;
  private final SignInLimit limit;
  private final StaffSessions sessions;
  private final TransactionOperations transaction;
  private final Audit audit;
  private final Mode mode;

  StaffSignIn(
      OfficerStore officers,
      StaffPasswords passwords,
      PendingSignIns signIns,
      SecondFactor secondFactor,
      SignInLimit limit,
      StaffSessions sessions,
      TransactionOperations transaction,
      Audit audit,
      Mode mode) {
    this.officers = officers;
    this.passwords = passwords;
    this.signIns = signIns;
    this.secondFactor = secondFactor;
    this.limit = limit;
    this.sessions = sessions;
    this.transaction = transaction;
    this.audit = audit;
    this.mode = mode;
  }

  /** The first step. */
  public SignInStep withPassword(String typedName, String password) {
    var userName = typedName.strip().toLowerCase(Locale.ROOT);
    var closed = limit.closedUntil(userName);
    if (closed.isPresent()) {
      return new SignInStep.Locked(closed.get());
    }
    var officer = officers.byUserName(userName);
    if (!passwords.isRight(userName, password)) {
      return limit.wrong(userName, officer);
    }
    limit.right(userName);
    return begin(officer.orElseThrow());
  }

  /** What the ticket waits for. */
  public Optional<Stage> stage(String ticket) {
    return signIns.find(ticket).map(Pending::stage);
  }

  /** What to scan or type into the generator, while the ticket waits for enrolment. */
  public Optional<Enrolment> enrolment(String ticket) {
    return signIns
        .find(ticket)
        .filter(it -> it.stage() == Stage.ENROLMENT)
        .flatMap(
            it ->
                officers
                    .find(it.officer())
                    .map(officer -> secondFactor.enrolment(officer, it.offered())));
  }

  public SignInStep enrol(String ticket, String code) {
    return judged(
        ticket,
        Stage.ENROLMENT,
        (pending, officer) -> {
          if (!secondFactor.enrol(officer.id(), pending.offered(), code)) {
            return new SignInStep.Wrong();
          }
          record("OFFICER_SECOND_FACTOR_ENROLLED", officer);
          return secondFactorDone(ticket, pending, officer);
        });
  }

  public SignInStep withCode(String ticket, String code) {
    return judged(
        ticket,
        Stage.CODE,
        (pending, officer) ->
            switch (secondFactor.check(officer.id(), code)) {
              case WRONG -> new SignInStep.Wrong();
              case USED -> new SignInStep.CodeUsed();
              case RIGHT -> secondFactorDone(ticket, pending, officer);
            });
  }

  /** The last step of a first sign-in. */
  public SignInStep setPassword(String ticket, String password) {
    var pending = signIns.find(ticket).filter(it -> it.stage() == Stage.NEW_PASSWORD);
    var officer = pending.flatMap(it -> officers.find(it.officer()));
    if (pending.isEmpty() || officer.isEmpty()) {
      return new SignInStep.Expired();
    }
    var weakness = passwords.weaknessOf(password, officer.get());
    if (weakness.isPresent()) {
      return new SignInStep.Weak(weakness.get());
    }
    var hash = passwords.hash(password);
    return inTransaction(
        () -> {
          passwords.set(officer.get(), hash);
          record("OFFICER_PASSWORD_SET", officer.get());
          return finish(pending.get(), officer.get());
        });
  }

  /**
   * The code the officer's generator would show now; only in the demo, whose visitors have no
   * generator.
   */
  public Optional<String> demoCode(Officer officer) {
    return mode.isDemo() ? secondFactor.nextCode(officer.id()) : Optional.empty();
  }

  private SignInStep begin(Officer officer) {
    var enrolled = secondFactor.enrolled(officer.id());
    var ticket = signIns.begin(officer, enrolled ? null : secondFactor.newSealedKey(officer.id()));
    return new SignInStep.Next(ticket, enrolled ? Stage.CODE : Stage.ENROLMENT);
  }

  /** A step with a code: counted before it is judged, as a password is. */
  private SignInStep judged(
      String ticket, Stage stage, BiFunction<Pending, Officer, SignInStep> judge) {
    var pending = signIns.find(ticket).filter(it -> it.stage() == stage);
    var officer = pending.flatMap(it -> officers.find(it.officer()));
    if (pending.isEmpty() || officer.isEmpty()) {
      return new SignInStep.Expired();
    }
    var userName = officer.get().userName();
    var closed = limit.closedUntil(userName);
    if (closed.isPresent()) {
      return new SignInStep.Locked(closed.get());
    }
    var step = inTransaction(() -> judge.apply(pending.get(), officer.get()));
    if (step instanceof SignInStep.Wrong) {
      return limit.wrong(userName, officer);
    }
    if (step instanceof SignInStep.SignedIn) {
      limit.signedIn(userName);
    } else {
      limit.right(userName);
    }
    return step;
  }

  private SignInStep secondFactorDone(String ticket, Pending pending, Officer officer) {
    if (!passwords.isStillTheFirst(officer)) {
      return finish(pending, officer);
    }
    signIns.secondFactorDone(pending);
    return new SignInStep.Next(ticket, Stage.NEW_PASSWORD);
  }

  private SignInStep finish(Pending pending, Officer officer) {
    if (!signIns.finish(pending)) {
      return new SignInStep.Expired();
    }
    record("OFFICER_SIGNED_IN", officer);
    return new SignInStep.SignedIn(sessions.start(officer.id()));
  }

  private SignInStep inTransaction(Supplier<SignInStep> work) {
    return Objects.requireNonNull(transaction.execute(_ -> work.get()));
  }

  private void record(String action, Officer officer) {
    audit.record(action, Actor.of(officer.id()), Subject.of("officer", officer.id().value()));
  }
}
