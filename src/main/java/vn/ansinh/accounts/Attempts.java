package vn.ansinh.accounts;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
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
 * Counts tries at a password by user name and network, or known device, so that nobody locks out a
 * neighbour whose number is printed on a card. User names that nobody has are counted in the same
 * way and therefore tell nothing. A try is counted before the password is looked at: fifty at once
 * are still five.
 */
@Component
class Attempts {

  private final AttemptStore store;
  private final Budgets budgets;
  private final SignInSettings settings;
  private final Secrets secrets;
  private final Audit audit;
  private final MeterRegistry metrics;
  private final Clock clock;

  Attempts(
      AttemptStore store,
      Budgets budgets,
      SignInSettings settings,
      Secrets secrets,
      Audit audit,
      MeterRegistry metrics,
      Clock clock) {
    this.store = store;
    this.budgets = budgets;
    this.settings = settings;
    this.secrets = secrets;
    this.audit = audit;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Transactional
  public Attempt begin(String userName, String network) {
    var closed = budgets.spentUntil(settings.wrongFromNetwork(), network);
    return closed.isPresent() ? refused(closed.get()) : count(userName + "|" + network);
  }

  /** Neither what others do with this user name nor what they do in this network counts here. */
  @Transactional
  public Attempt beginOnKnown(String userName, Device device) {
    return count(userName + "|device:" + device.secret());
  }

  private Attempt count(String place) {
    var key = secrets.hash("attempt", place);
    var now = clock.instant();
    var locked = now.plus(settings.pause());
    var row = store.count(key, now, now.minus(settings.pause()), locked, settings.tries());
    return row.tries() > settings.tries()
        ? refused(Optional.ofNullable(row.lockedUntil()).orElse(locked))
        : new Attempt.Allowed(key, settings.tries() - row.tries(), locked);
  }

  /** The password was right: earlier mistakes are forgiven. */
  @Transactional
  public void right(Attempt.Allowed attempt) {
    store.delete(attempt.key());
    metrics.counter("ansinh.sign-in", "outcome", "right").increment();
  }

  /** The password could not be looked at; the try does not count. */
  @Transactional
  public void withdraw(Attempt.Allowed attempt) {
    store.giveBack(attempt.key());
    metrics.counter("ansinh.sign-in", "outcome", "busy").increment();
  }

  /**
   * @param person whose account it is, absent for a user name that nobody has
   */
  @Transactional
  public void wrong(Attempt.Allowed attempt, String network, @Nullable PersonId person) {
    budgets.take(settings.wrongFromNetwork(), network);
    budgets.take(settings.wrongAltogether(), "all");
    metrics.counter("ansinh.sign-in", "outcome", "wrong").increment();
    var name = HexFormat.of().formatHex(attempt.key(), 0, 8);
    audit.record(
        "SIGN_IN_REFUSED",
        Actor.VISITOR,
        new Subject("sign-in", name, person),
        Map.of("triesLeft", Integer.toString(attempt.left())));
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT9M")
  void sweep() {
    store.deleteOlderThan(clock.instant().minus(settings.pause().multipliedBy(2)));
  }

  private Attempt refused(java.time.Instant until) {
    metrics.counter("ansinh.sign-in", "outcome", "locked").increment();
    return new Attempt.Refused(until);
  }
}
