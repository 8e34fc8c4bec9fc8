package vn.ansinh.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;

/**
 * Sessions as rows: any node answers any request, and ending one takes effect at the next. At most
 * one is alive for a person; the database decides, however many sign in at once.
 */
@Service
public class Sessions {

  private static final String PURPOSE = "session";
  private static final Duration SEEN_STEP = Duration.ofMinutes(1);
  private static final Duration DENIED_WITHIN = Duration.ofDays(7);
  private static final Duration KEPT_AFTER_END = Duration.ofDays(180);

  private final CitizenSessionStore store;
  private final KnownDeviceStore devices;
  private final SessionSettings settings;
  private final ObjectProvider<Lending> lending;
  private final Secrets secrets;
  private final Audit audit;
  private final Clock clock;

  Sessions(
      CitizenSessionStore store,
      KnownDeviceStore devices,
      SessionSettings settings,
      ObjectProvider<Lending> lending,
      Secrets secrets,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.devices = devices;
    this.settings = settings;
    this.lending = lending;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Who sends this cookie, if the session is alive; notes at most once a minute that it is used.
   */
  public Optional<CitizenSession> current(String cookieValue) {
    var now = clock.instant();
    var found =
        find(cookieValue)
            .filter(it -> it.end() == null)
            .filter(it -> !settings.isOver(it.startedAt(), it.lastSeenAt(), now))
            .filter(this::isServed);
    found
        .filter(it -> it.lastSeenAt().plus(SEEN_STEP).isBefore(now))
        .ifPresent(it -> store.touch(it.person(), it.id(), now));
    return found.map(it -> new CitizenSession(it.id(), it.person(), it.startedAt()));
  }

  /** Why the session of this cookie is over; empty when it is alive or never was one. */
  public Optional<SessionEnd> ending(String cookieValue) {
    var now = clock.instant();
    return find(cookieValue)
        .flatMap(
            it -> {
              var end = it.end();
              if (end != null) {
                return Optional.of(end);
              }
              return settings.isOver(it.startedAt(), it.lastSeenAt(), now) || !isServed(it)
                  ? Optional.of(SessionEnd.TIMED_OUT)
                  : Optional.empty();
            });
  }

  /** Ends it for good; ending it again changes nothing. */
  @Transactional
  public void end(CitizenSession session) {
    if (store.end(session.person(), session.id(), SessionEnd.SIGNED_OUT, clock.instant())) {
      audit.record(
          "SIGNED_OUT",
          Actor.of(session.person()),
          Subject.of("session", session.id(), session.person()));
    }
  }

  /** Where the person is signed in now, if that is another device than the one that asks. */
  Optional<DeviceInUse> elsewhere(PersonId person, Device device) {
    var now = clock.instant();
    var here = devices.hashOf(person, device);
    return store
        .live(person)
        .filter(it -> !settings.isOver(it.startedAt(), it.lastSeenAt(), now))
        .filter(it -> here.isEmpty() || !Arrays.equals(it.device(), here.get()))
        .map(it -> new DeviceInUse(it.deviceName(), it.lastSeenAt()));
  }

  /** Whether nothing has ended it; the caller holds the lock on the account's row. */
  boolean isLive(CitizenSession session) {
    return store.live(session.person()).filter(it -> it.id().equals(session.id())).isPresent();
  }

  /** Whose session this was, if another one has replaced it within these days. */
  Optional<PersonId> replaced(String cookieValue) {
    var since = clock.instant().minus(DENIED_WITHIN);
    return find(cookieValue)
        .filter(it -> it.end() == SessionEnd.REPLACED)
        .filter(it -> it.endedAt() instanceof Instant ended && ended.isAfter(since))
        .map(CitizenSessionStore.Row::person);
  }

  /** No device of before may say "that was not me" any more. */
  void forgetReplaced(PersonId person) {
    store.forgetReplaced(person);
  }

  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT11M")
  void sweep() {
    store.deleteEndedBefore(clock.instant().minus(KEPT_AFTER_END));
  }

  /** The caller holds the lock on the person's account row. */
  @Transactional(propagation = Propagation.MANDATORY)
  StartedSession start(PersonId person, Device device, SignedInBy by) {
    endLive(person, SessionEnd.REPLACED);
    var now = clock.instant();
    var id = Ids.next();
    var secret = PersonSecret.next(person);
    var here = devices.remember(person, device, by);
    store.insert(
        person,
        id,
        secrets.hash(PURPOSE, secret.secret()),
        device.name(),
        devices.hash(person, here),
        now);
    audit.record("SIGNED_IN", Actor.of(person), Subject.of("session", id, person));
    return new StartedSession(person, id, secret.value(), here);
  }

  /**
   * Says otherwise of the live session how it began. The caller holds the lock on the person's
   * account row.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void signedInBy(PersonId person, SignedInBy by) {
    store
        .live(person)
        .map(CitizenSessionStore.Row::device)
        .ifPresent(it -> devices.signedInBy(person, it, by));
  }

  /** The caller holds the lock on the person's account row. */
  @Transactional(propagation = Propagation.MANDATORY)
  void endLive(PersonId person, SessionEnd why) {
    var now = clock.instant();
    store
        .endLive(person, why, now, now.minus(settings.idle()), now.minus(settings.longest()))
        .ifPresent(
            it ->
                audit.record(
                    "SESSION_ENDED",
                    Actor.of(person),
                    Subject.of("session", it.id(), person),
                    Map.of("reason", it.reason().name())));
  }

  /** The account's own, or its guardian's contact still serves it at this moment. */
  private boolean isServed(CitizenSessionStore.Row session) {
    var guardian = session.lentBy();
    return guardian == null || lending.getObject().serves(session.person(), guardian);
  }

  private Optional<CitizenSessionStore.Row> find(String cookieValue) {
    return PersonSecret.parse(cookieValue)
        .flatMap(it -> store.find(it.person(), secrets.hash(PURPOSE, it.secret())));
  }
}
