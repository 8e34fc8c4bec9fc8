package vn.ansinh.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.PasswordHashing;
import vn.ansinh.platform.Secrets;

/** Passwords handed over on paper: good once, for three days, to choose one's own. */
@Component
class FirstPasswords {

  static final Duration GOOD_FOR = Duration.ofHours(72);

  private static final String UNMISTAKABLE = "abcdefghjkmnpqrstuvwxyz23456789";

  /** One that nobody has been given yet. */
  record Made(String password, String hash, Instant until) {}

  private final OfficerStore store;
  private final PasswordHashing hashing;
  private final Audit audit;
  private final Clock clock;

  FirstPasswords(OfficerStore store, PasswordHashing hashing, Audit audit, Clock clock) {
    this.store = store;
    this.hashing = hashing.withOwnPlaces();
    this.audit = audit;
    this.clock = clock;
  }

  /** Outside of any transaction: hashing takes its time. */
  Made make() {
    var password = Secrets.random(UNMISTAKABLE, 16).replaceAll("(.{4})(?!$)", "$1-");
    return new Made(password, hashing.hash(password), clock.instant().plus(GOOD_FOR));
  }

  /** Also brings back who was deactivated. */
  OfficerChange give(Made made, OfficerId officer, Actor actor) {
    store.setFirstPassword(officer, made.hash(), made.until());
    audit.record("OFFICER_FIRST_PASSWORD_MADE", actor, Subject.of("officer", officer.value()));
    return new OfficerChange.FirstPassword(officer, made.password(), made.until());
  }
}
