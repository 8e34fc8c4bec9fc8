package vn.ansinh.staff;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.Secrets;
import vn.ansinh.totp.Totp;

/** The officer's code generator: its sealed key, and that no code is accepted twice. */
@Component
class SecondFactor {

  private final SignInStore store;
  private final Secrets secrets;
  private final Clock clock;
  private final Totp totp = new Totp();

  SecondFactor(SignInStore store, Secrets secrets, Clock clock) {
    this.store = store;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** A key to offer for enrolment. */
  byte[] newSealedKey(OfficerId officer) {
    return secrets.seal(Totp.newKey(), context(officer));
  }

  Enrolment enrolment(Officer officer, byte[] sealed) {
    var key = Totp.keyFor(secrets.open(sealed, context(officer.id())), officer.userName());
    return new Enrolment(key.secret(), key.uri());
  }

  boolean enrolled(OfficerId officer) {
    return store.totpKey(officer).isPresent();
  }

  /** Keeps the offered key if the code was made with it. */
  boolean enrol(OfficerId officer, byte[] sealed, String code) {
    var step = stepOf(officer, sealed, code);
    return step.isPresent() && store.enrol(officer, sealed, step.getAsLong(), clock.instant());
  }

  /** Right, wrong, or right but used before. */
  enum Verdict {
    RIGHT,
    WRONG,
    USED
  }

  Verdict check(OfficerId officer, String code) {
    var step =
        store.totpKey(officer).map(it -> stepOf(officer, it, code)).orElse(OptionalLong.empty());
    if (step.isEmpty()) {
      return Verdict.WRONG;
    }
    return store.useStep(officer, step.getAsLong()) ? Verdict.RIGHT : Verdict.USED;
  }

  /** The next code that would be accepted, for the demo's own page. */
  Optional<String> nextCode(OfficerId officer) {
    var present = Totp.step(clock.instant());
    var unused = store.lastStep(officer).map(it -> Math.max(it + 1, present)).orElse(present);
    return store
        .totpKey(officer)
        .map(it -> totp.code(secrets.open(it, context(officer)), Math.min(unused, present + 1)));
  }

  private OptionalLong stepOf(OfficerId officer, byte[] sealed, String code) {
    var digits = code.replaceAll("\\s", "");
    return totp.stepOf(secrets.open(sealed, context(officer)), digits, clock.instant());
  }

  private static String context(OfficerId officer) {
    return "staff.officer.totp:" + officer.value();
  }
}
