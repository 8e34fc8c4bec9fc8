package vn.ansinh.staff;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.Secrets;
import vn.ansinh.staff.SignInTry.Limit;

/**
 * Counts tries by user name and network; passwords and codes count together, and a name nobody has
 * closes as any other, so that closing tells nothing. What a stranger tries elsewhere never closes
 * a name on a device its officer has signed in with: that has a count of its own.
 */
@Component
class SignInLimit {

  private final LimitStore store;
  private final KnownDevices devices;
  private final SignInSettings settings;
  private final Secrets secrets;
  private final Audit audit;
  private final MeterRegistry metrics;
  private final Clock clock;

  SignInLimit(
      LimitStore store,
      KnownDevices devices,
      SignInSettings settings,
      Secrets secrets,
      Audit audit,
      MeterRegistry metrics,
      Clock clock) {
    this.store = store;
    this.devices = devices;
    this.settings = settings;
    this.secrets = secrets;
    this.audit = audit;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Counted as wrong until told otherwise. */
  @Transactional
  public SignInTry begin(String userName, Caller caller) {
    var device = devices.of(userName, caller);
    var own =
        new Limit(
            hash("own", userName + "|" + device.orElse(caller.network())),
            settings.tries(),
            settings.pause());
    return counted(own, device.isPresent() ? List.of(own) : amongStrangers(own, userName, caller));
  }

  /** Somebody signed in already; no stranger comes into this count. */
  @Transactional
  public SignInTry begin(Officer officer) {
    var own =
        new Limit(
            hash("officer", officer.id().value().toString()), settings.tries(), settings.pause());
    return counted(own, List.of(own));
  }

  private SignInTry counted(Limit own, List<Limit> limits) {
    var now = clock.instant();
    var left = settings.tries();
    var until = now;
    for (var limit : limits) {
      var count = store.count(limit.key(), limit.tries(), limit.window(), now);
      var closed = count.closedUntil();
      if (closed != null && count.used() > limit.tries()) {
        count("closed");
        return new SignInTry.Closed(closed);
      }
      if (closed != null && closed.isAfter(until)) {
        until = closed;
      }
      left = Math.min(left, limit.tries() - count.used());
    }
    return new SignInTry.Allowed(limits, own, left, until);
  }

  /** Right so far, or not looked at: the try does not count. */
  @Transactional
  public void giveBack(SignInTry.Allowed allowed) {
    allowed.limits().forEach(it -> store.giveBack(it.key(), it.tries()));
  }

  /** All the way in: mistakes from here are forgiven, those made elsewhere are not. */
  @Transactional
  public void signedIn(SignInTry.Allowed allowed) {
    giveBack(allowed);
    store.forget(allowed.own().key());
    count("right");
  }

  @Transactional
  public SignInStep wrong(SignInTry.Allowed allowed, String userName, Optional<Officer> officer) {
    var subject =
        officer
            .map(it -> Subject.of("officer", it.id().value()))
            .orElseGet(() -> Subject.of("sign-in", tag(userName)));
    audit.record("OFFICER_SIGN_IN_FAILED", Actor.VISITOR, subject);
    count("wrong");
    if (allowed.left() > 0) {
      return new SignInStep.Wrong(allowed.left());
    }
    audit.record("OFFICER_SIGN_IN_CLOSED", Actor.VISITOR, subject);
    return new SignInStep.Locked(allowed.closedUntil());
  }

  /**
   * Always in this order, so that nobody waits crosswise. A closed limit ends the counting, so one
   * network uses up nothing of the name once it is closed itself.
   */
  private List<Limit> amongStrangers(Limit own, String userName, Caller caller) {
    return List.of(
        new Limit(
            hash("network", caller.network()),
            settings.triesFromNetwork(),
            SignInSettings.NETWORK_WINDOW),
        own,
        new Limit(hash("name", userName), settings.triesForName(), SignInSettings.NAME_WINDOW));
  }

  private void count(String outcome) {
    metrics.counter("ansinh.staff.sign-in", "outcome", outcome).increment();
  }

  private byte[] hash(String kind, String value) {
    return secrets.hash("staff.sign_in_limit." + kind, value);
  }

  private String tag(String userName) {
    return HexFormat.of().formatHex(hash("tag", userName), 0, 8);
  }
}
