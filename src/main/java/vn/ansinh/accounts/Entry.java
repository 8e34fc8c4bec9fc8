package vn.ansinh.accounts;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;

/**
 * What happens once a password has proved right, each step in one transaction under the lock on the
 * account's row. The password may have been replaced while it was compared: then nothing happens.
 */
@Component
class Entry {

  private static final String PURPOSE = "ticket";

  private final AccountStore accounts;
  private final Sessions sessions;
  private final SignInSettings settings;
  private final Secrets secrets;
  private final Audit audit;
  private final Clock clock;

  Entry(
      AccountStore accounts,
      Sessions sessions,
      SignInSettings settings,
      Secrets secrets,
      Audit audit,
      Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.settings = settings;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public SigningIn enter(Credentials proved, Device device) {
    if (!stillTrue(proved)) {
      return new SigningIn.Busy();
    }
    if (proved.status() == AccountStatus.ACTIVE) {
      return new SigningIn.SignedIn(sessions.start(proved.person(), device));
    }
    return proved.firstPasswordIsOver(clock.instant())
        ? new SigningIn.FirstPasswordOver()
        : new SigningIn.MustSetPassword(ticket(proved.person()));
  }

  Optional<PersonId> holderOf(String ticket) {
    return PersonSecret.parse(ticket)
        .filter(it -> accounts.isTicket(it.person(), hash(it), clock.instant()))
        .map(PersonSecret::person);
  }

  /** Empty when the ticket was used or replaced meanwhile. */
  @Transactional
  public Optional<StartedSession> setFirst(String ticket, String hash, Device device) {
    return PersonSecret.parse(ticket)
        .filter(it -> accounts.lock(it.person()).isPresent())
        .filter(it -> accounts.useTicket(it.person(), hash(it), clock.instant()))
        .map(it -> set(it.person(), hash, "PASSWORD_SET", device));
  }

  @Transactional
  public Optional<StartedSession> change(Credentials proved, String hash, Device device) {
    return stillTrue(proved)
        ? Optional.of(set(proved.person(), hash, "PASSWORD_CHANGED", device))
        : Optional.empty();
  }

  private StartedSession set(PersonId person, String hash, String action, Device device) {
    accounts.setPassword(person, hash, clock.instant());
    audit.record(action, Actor.of(person), Subject.of("account", person.value(), person));
    sessions.endLive(person, SessionEnd.PASSWORD_CHANGED);
    return sessions.start(person, device);
  }

  private boolean stillTrue(Credentials proved) {
    return accounts
        .lock(proved.person())
        .filter(it -> Objects.equals(it.hash(), proved.hash()))
        .isPresent();
  }

  private String ticket(PersonId person) {
    var ticket = PersonSecret.next(person);
    accounts.putTicket(person, hash(ticket), clock.instant().plus(settings.ticketFor()));
    audit.record(
        "FIRST_PASSWORD_SHOWN", Actor.of(person), Subject.of("account", person.value(), person));
    return ticket.value();
  }

  private byte[] hash(PersonSecret ticket) {
    return secrets.hash(PURPOSE, ticket.secret());
  }
}
