package vn.ansinh.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.Secrets;

/**
 * Five wrong in a row close a name for fifteen minutes; passwords and codes count together, and a
 * name nobody has closes as well, so that closing tells nothing.
 */
@Component
class SignInLimit {

  static final int TRIES = 5;
  static final Duration CLOSED_FOR = Duration.ofMinutes(15);

  private final SignInStore store;
  private final Secrets secrets;
  private final Audit audit;
  private final Clock clock;

  SignInLimit(SignInStore store, Secrets secrets, Audit audit, Clock clock) {
    this.store = store;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  /** Until when the name is closed, if it is; otherwise the try is counted as wrong until told. */
  @Transactional
  public Optional<Instant> closedUntil(String userName) {
    var attempts = store.count(hash(userName), clock.instant(), TRIES, CLOSED_FOR);
    return attempts.failures() > TRIES
        ? Optional.ofNullable(attempts.lockedUntil())
        : Optional.empty();
  }

  @Transactional
  public void right(String userName) {
    store.uncount(hash(userName));
  }

  @Transactional
  public void signedIn(String userName) {
    store.forgetAttempts(hash(userName));
  }

  @Transactional
  public SignInStep wrong(String userName, Optional<Officer> officer) {
    var subject =
        officer
            .map(it -> Subject.of("officer", it.id().value()))
            .orElseGet(() -> Subject.of("sign-in", tag(userName)));
    audit.record("OFFICER_SIGN_IN_FAILED", Actor.VISITOR, subject);
    var until = store.lockedUntil(hash(userName), clock.instant());
    if (until.isEmpty()) {
      return new SignInStep.Wrong();
    }
    audit.record("OFFICER_SIGN_IN_CLOSED", Actor.VISITOR, subject);
    return new SignInStep.Locked(until.get());
  }

  private byte[] hash(String userName) {
    return secrets.hash("staff.sign_in_attempt", userName);
  }

  private String tag(String userName) {
    return HexFormat.of().formatHex(hash(userName), 0, 8);
  }
}
