package vn.ansinh.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;

/**
 * Counts wrong passwords in a row for one account over all networks, against somebody who guesses
 * from a thousand places (NIST SP 800-63B-4, 3.2.2: a hundred at most). Known devices are counted
 * each on its own, so that no stranger locks their owner out. User names nobody has are counted
 * alike and tell nothing.
 */
@Component
class Guesses {

  private static final Duration FORGOTTEN = Duration.ofDays(30);

  private final GuessStore store;
  private final SignInSettings settings;
  private final Secrets secrets;
  private final Audit audit;
  private final Clock clock;

  Guesses(GuessStore store, SignInSettings settings, Secrets secrets, Audit audit, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param person whose account the name would open, absent for a name nobody has
   * @param device known to the person, absent for any other
   */
  @Transactional
  public Guess begin(String userName, Optional<PersonId> person, @Nullable Device device) {
    var key = device == null ? key(userName, person) : key(person, device);
    var now = clock.instant();
    var counted = store.count(key, now, settings);
    if (counted.isPresent()) {
      return new Guess.Allowed(key, counted.get() >= settings.mostWrong());
    }
    var row = store.find(key);
    var until = row.map(GuessStore.Row::closedUntil).orElse(now);
    return row.filter(it -> it.failures() >= settings.mostWrong()).isPresent()
        ? new Guess.Closed()
        : new Guess.Refused(until);
  }

  /** The password was right: here and on every device the count begins anew. */
  @Transactional
  public void right(Guess.Allowed guess, PersonId person) {
    store.delete(guess.key(), key("", Optional.of(person)));
  }

  /** The password could not be looked at. */
  @Transactional
  public void withdraw(Guess.Allowed guess) {
    store.giveBack(guess.key());
  }

  /** What was guessed at is no longer the password. */
  @Transactional
  public void reset(PersonId person) {
    store.delete(key("", Optional.of(person)));
  }

  @Transactional
  public void wrong(Guess.Allowed guess, @Nullable PersonId person) {
    if (guess.last() && person != null) {
      audit.record("SIGN_IN_CLOSED", Actor.SYSTEM, Subject.of("account", person.value(), person));
    }
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT19M")
  void sweep() {
    store.deleteOlderThan(clock.instant().minus(FORGOTTEN));
  }

  private byte[] key(String userName, Optional<PersonId> person) {
    return secrets.hash(
        "guessing", person.map(it -> "account:" + it.value()).orElse("name:" + userName));
  }

  private byte[] key(Optional<PersonId> person, Device device) {
    return secrets.hash(
        "guessing",
        "device:" + person.map(it -> it.value().toString()).orElse("") + "|" + device.secret());
  }
}
