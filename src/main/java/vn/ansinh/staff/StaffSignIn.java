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
import vn.ansinh.staff.StaffPasswords.Comparison;
import vn.ansinh.staff.StaffPasswords.NewPassword;

/**
 * How staff sign in: password, then a code of the officer's own generator (enrolled the first
 * time), then, if the password was one handed over on paper, a password of one's own. The answer to
 * a wrong name, a wrong password and a deactivated officer is the same and costs the same. Hashing
 * happens outside transactions.
 */
@Service
public class StaffSignIn {

  /** Wrong, before it is known how many tries are left. */
  private static final SignInStep WRONG = new SignInStep.Wrong(0);

  private final OfficerStore officers;
  private final StaffPasswords passwords;
  private final PendingSignIns signIns;
  private final SecondFactor secondFactor;
  private final SignInLimit limit;
  private final KnownDevices devices;
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
      KnownDevices devices,
      StaffSessions sessions,
      TransactionOperations transaction,
      Audit audit,
      Mode mode) {
    this.officers = officers;
    this.passwords = passwords;
    this.signIns = signIns;
    this.secondFactor = secondFactor;
    this.limit = limit;
    this.devices = devices;
    this.sessions = sessions;
    this.transaction = transaction;
    this.audit = audit;
    this.mode = mode;
  }

  /** The first step. */
  public SignInStep withPassword(String typedName, String password, Caller caller) {
    var userName = plain(typedName);
    return switch (limit.begin(userName, caller)) {
      case SignInTry.Closed(var until) -> new SignInStep.Locked(until);
      case SignInTry.Allowed allowed -> {
        var officer = officers.byUserName(userName);
        yield switch (passwords.compare(userName, password)) {
          case Comparison.Busy() -> {
            limit.giveBack(allowed);
            yield new SignInStep.Busy();
          }
          case Comparison.Wrong() -> limit.wrong(allowed, userName, officer);
          case Comparison.Right(var hash) -> {
            limit.giveBack(allowed);
            yield begin(officer.orElseThrow(), hash);
          }
        };
      }
    };
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

  public SignInStep enrol(String ticket, String code, Caller caller) {
    return judged(
        ticket,
        caller,
        Stage.ENROLMENT,
        (pending, officer) -> {
          if (!secondFactor.enrol(officer.id(), pending.offered(), code)) {
            return WRONG;
          }
          record("OFFICER_SECOND_FACTOR_ENROLLED", officer);
          return secondFactorDone(ticket, pending, officer, caller);
        });
  }

  public SignInStep withCode(String ticket, String code, Caller caller) {
    return judged(
        ticket,
        caller,
        Stage.CODE,
        (pending, officer) ->
            switch (secondFactor.check(officer.id(), code)) {
              case WRONG -> WRONG;
              case USED -> new SignInStep.CodeUsed();
              case RIGHT -> secondFactorDone(ticket, pending, officer, caller);
            });
  }

  /** The last step of a first sign-in. */
  public SignInStep setPassword(String ticket, String password, Caller caller) {
    var pending = signIns.find(ticket).filter(it -> it.stage() == Stage.NEW_PASSWORD);
    var officer = pending.flatMap(it -> officers.find(it.officer()));
    if (pending.isEmpty() || officer.isEmpty()) {
      return new SignInStep.Expired();
    }
    return switch (passwords.prepare(password, officer.get())) {
      case NewPassword.Weak(var weakness) -> new SignInStep.Weak(weakness);
      case NewPassword.Busy() -> new SignInStep.Busy();
      case NewPassword.Ready(var hash) ->
          whileHeld(pending.get(), () -> setAndFinish(pending.get(), officer.get(), hash, caller));
    };
  }

  /**
   * The code the officer's generator would show now; only in the demo, whose visitors have no
   * generator.
   */
  public Optional<String> demoCode(Officer officer) {
    return mode.isDemo() ? secondFactor.nextCode(officer.id()) : Optional.empty();
  }

  private SignInStep begin(Officer officer, String passwordHash) {
    var enrolled = secondFactor.enrolled(officer.id());
    var key = enrolled ? null : secondFactor.newSealedKey(officer.id());
    return signIns
        .begin(officer, passwordHash, key)
        .<SignInStep>map(it -> new SignInStep.Next(it, enrolled ? Stage.CODE : Stage.ENROLMENT))
        .orElseGet(SignInStep.Expired::new);
  }

  /** A step with a code: counted before it is judged, as a password is. */
  private SignInStep judged(
      String ticket, Caller caller, Stage stage, BiFunction<Pending, Officer, SignInStep> judge) {
    var pending = signIns.find(ticket).filter(it -> it.stage() == stage);
    var officer = pending.flatMap(it -> officers.find(it.officer()));
    if (pending.isEmpty() || officer.isEmpty()) {
      return new SignInStep.Expired();
    }
    var userName = officer.get().userName();
    return switch (limit.begin(userName, caller)) {
      case SignInTry.Closed(var until) -> new SignInStep.Locked(until);
      case SignInTry.Allowed allowed -> {
        var step = whileHeld(pending.get(), () -> judge.apply(pending.get(), officer.get()));
        if (step.equals(WRONG)) {
          yield limit.wrong(allowed, userName, officer);
        }
        if (step instanceof SignInStep.SignedIn) {
          limit.signedIn(allowed);
        } else {
          limit.giveBack(allowed);
        }
        yield step;
      }
    };
  }

  private SignInStep secondFactorDone(
      String ticket, Pending pending, Officer officer, Caller caller) {
    if (!passwords.isStillTheFirst(officer)) {
      return finish(pending, officer, caller);
    }
    signIns.secondFactorDone(pending);
    return new SignInStep.Next(ticket, Stage.NEW_PASSWORD);
  }

  private SignInStep setAndFinish(Pending pending, Officer officer, String hash, Caller caller) {
    passwords.set(officer, hash);
    record("OFFICER_PASSWORD_SET", officer);
    return finish(pending, officer, caller);
  }

  private SignInStep finish(Pending pending, Officer officer, Caller caller) {
    if (!signIns.finish(pending)) {
      return new SignInStep.Expired();
    }
    record("OFFICER_SIGNED_IN", officer);
    return new SignInStep.SignedIn(
        sessions.start(officer.id(), caller.browser()), devices.remember(officer.id(), caller));
  }

  /** A name nobody can have stands for all that is no user name, which no database must see. */
  private static String plain(String typed) {
    var name = typed.strip().toLowerCase(Locale.ROOT);
    return Officers.USER_NAME.matcher(name).matches() ? name : "-";
  }

  /** One transaction; a reset comes before it, and then there is nothing left to do, or after. */
  private SignInStep whileHeld(Pending pending, Supplier<SignInStep> work) {
    return Objects.requireNonNull(
        transaction.execute(_ -> signIns.hold(pending) ? work.get() : new SignInStep.Expired()));
  }

  private void record(String action, Officer officer) {
    audit.record(action, Actor.of(officer.id()), Subject.of("officer", officer.id().value()));
  }
}
