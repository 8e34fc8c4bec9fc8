package vn.ansinh.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.Secrets;

/**
 * Officers signed in: rows, so that any node may be killed and a deactivation acts at once. At most
 * twelve hours, at most thirty minutes without a request.
 */
@Service
public class StaffSessions {

  public static final Duration LONGEST = Duration.ofHours(12);
  public static final Duration LONGEST_IDLE = Duration.ofMinutes(30);

  private static final String PURPOSE = "staff.session";

  private final SessionStore store;
  private final Secrets secrets;
  private final Audit audit;
  private final Clock clock;

  StaffSessions(SessionStore store, Secrets secrets, Audit audit, Clock clock) {
    this.store = store;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whose cookie this is; counts as activity. */
  public Optional<Officer> current(String cookie) {
    var now = clock.instant();
    return Ticket.read(cookie)
        .flatMap(
            ticket ->
                store
                    .live(ticket.id(), now, now.minus(LONGEST_IDLE))
                    .filter(it -> secrets.matches(PURPOSE, ticket.secret(), it.secretHash()))
                    .map(
                        it -> {
                          store.touch(ticket.id(), now);
                          return it.officer();
                        }));
  }

  @Transactional
  public void end(String cookie) {
    current(cookie)
        .ifPresent(
            officer -> {
              Ticket.read(cookie).ifPresent(it -> store.end(it.id(), clock.instant()));
              audit.record(
                  "OFFICER_SIGNED_OUT",
                  Actor.of(officer.id()),
                  Subject.of("officer", officer.id().value()));
            });
  }

  /** The value of the cookie; the row holds only its keyed hash. */
  String start(OfficerId officer, String browser) {
    var ticket = new Ticket(Ids.next(), Secrets.token(32));
    var now = clock.instant();
    store.insert(
        ticket.id(),
        secrets.hash(PURPOSE, ticket.secret()),
        officer,
        browser,
        now,
        now.plus(LONGEST));
    return ticket.value();
  }
}
