package vn.ansinh.staff;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.staff.SignInStep.Weakness;
import vn.ansinh.staff.StaffPasswords.Comparison;
import vn.ansinh.staff.StaffPasswords.NewPassword;

/** What officers do with their own account: choose another password, see and end sessions. */
@Service
public class OwnAccount {

  private final StaffPasswords passwords;
  private final SecondFactor secondFactor;
  private final SignInLimit limit;
  private final SignInStore signIns;
  private final SessionStore sessions;
  private final TransactionOperations transaction;
  private final Audit audit;
  private final Clock clock;

  OwnAccount(
      StaffPasswords passwords,
      SecondFactor secondFactor,
      SignInLimit limit,
      SignInStore signIns,
      SessionStore sessions,
      TransactionOperations transaction,
      Audit audit,
      Clock clock) {
    this.passwords = passwords;
    this.secondFactor = secondFactor;
    this.limit = limit;
    this.signIns = signIns;
    this.sessions = sessions;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Needs the present password and a code, so that a session left open is not enough. Mistakes
   * count by officer: whoever tries the name elsewhere does not come into it.
   *
   * @param cookie of the session that asks, which goes on
   */
  public PasswordChange changePassword(
      Officer officer, String cookie, String present, String code, String wanted) {
    return switch (limit.begin(officer)) {
      case SignInTry.Closed(var until) -> new PasswordChange.Locked(until);
      case SignInTry.Allowed allowed ->
          switch (passwords.compare(officer.userName(), present)) {
            case Comparison.Busy() -> busy(allowed);
            case Comparison.Wrong() -> wrong(allowed, officer);
            case Comparison.Right(var hash) -> {
              if (wanted.equals(present)) {
                limit.giveBack(allowed);
                yield new PasswordChange.Weak(Weakness.SAME_AS_BEFORE);
              }
              yield switch (passwords.prepare(wanted, officer)) {
                case NewPassword.Busy() -> busy(allowed);
                case NewPassword.Weak(var why) -> {
                  limit.giveBack(allowed);
                  yield new PasswordChange.Weak(why);
                }
                case NewPassword.Ready(var made) ->
                    withCode(allowed, officer, cookie, code, new Exchange(hash, made));
              };
            }
          };
    };
  }

  /** Alive now, the latest first. */
  public List<StaffSession> sessions(Officer officer, String cookie) {
    var now = clock.instant();
    var present = Ticket.read(cookie).map(Ticket::id);
    return sessions.alive(officer.id(), now, now.minus(StaffSessions.LONGEST_IDLE)).stream()
        .map(
            it ->
                new StaffSession(
                    it.id(),
                    it.browser(),
                    it.startedAt(),
                    it.lastSeenAt(),
                    present.filter(it.id()::equals).isPresent()))
        .toList();
  }

  /** False when it is nobody's or somebody else's. */
  @Transactional
  public boolean endSession(Officer officer, UUID session) {
    if (!sessions.endOwn(session, officer.id(), clock.instant())) {
      return false;
    }
    record("OFFICER_SESSION_ENDED", officer);
    return true;
  }

  @Transactional
  public void endOtherSessions(Officer officer, String cookie) {
    sessions.endOthers(officer.id(), present(cookie), clock.instant());
    record("OFFICER_OTHER_SESSIONS_ENDED", officer);
  }

  /** One password hash in place of another. */
  private record Exchange(String from, String to) {}

  private PasswordChange withCode(
      SignInTry.Allowed allowed, Officer officer, String cookie, String code, Exchange exchange) {
    var change =
        Objects.requireNonNull(
            transaction.<Optional<PasswordChange>>execute(
                _ ->
                    switch (secondFactor.check(officer.id(), code)) {
                      case WRONG -> Optional.empty();
                      case USED -> Optional.of(new PasswordChange.CodeUsed());
                      case RIGHT -> Optional.of(exchanged(officer, cookie, exchange));
                    }));
    if (change.isEmpty()) {
      return wrong(allowed, officer);
    }
    if (change.get() instanceof PasswordChange.Changed) {
      limit.signedIn(allowed);
    } else {
      limit.giveBack(allowed);
    }
    return change.get();
  }

  /** Busy when somebody else has changed it meanwhile: the next try then tells. */
  private PasswordChange exchanged(Officer officer, String cookie, Exchange exchange) {
    var now = clock.instant();
    if (!signIns.exchangePassword(officer.id(), exchange.from(), exchange.to(), now)) {
      return new PasswordChange.Busy();
    }
    signIns.forgetAll(officer.id());
    sessions.endOthers(officer.id(), present(cookie), now);
    record("OFFICER_PASSWORD_CHANGED", officer);
    return new PasswordChange.Changed();
  }

  private PasswordChange busy(SignInTry.Allowed allowed) {
    limit.giveBack(allowed);
    return new PasswordChange.Busy();
  }

  private PasswordChange wrong(SignInTry.Allowed allowed, Officer officer) {
    return switch (limit.wrong(allowed, officer.userName(), Optional.of(officer))) {
      case SignInStep.Locked(var until) -> new PasswordChange.Locked(until);
      default -> new PasswordChange.Wrong(allowed.left());
    };
  }

  private static UUID present(String cookie) {
    return Ticket.read(cookie)
        .map(Ticket::id)
        .orElseThrow(() -> new StaffException("who is signed in has a session"));
  }

  private void record(String action, Officer officer) {
    audit.record(
        action, Actor.of(officer.id()), Subject.of("officer", officer.id().value()), Map.of());
  }
}
