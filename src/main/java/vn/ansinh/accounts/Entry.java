package vn.ansinh.accounts;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.SignedInBy.Means;
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
  private final KnownDeviceStore devices;
  private final NewDevices newDevices;
  private final PendingEntryStore pending;
  private final OpenContactChanges openChanges;
  private final SignInSettings settings;
  private final Secrets secrets;
  private final Audit audit;
  private final Clock clock;

  Entry(
      AccountStore accounts,
      Sessions sessions,
      KnownDeviceStore devices,
      NewDevices newDevices,
      PendingEntryStore pending,
      OpenContactChanges openChanges,
      SignInSettings settings,
      Secrets secrets,
      Audit audit,
      Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.devices = devices;
    this.newDevices = newDevices;
    this.pending = pending;
    this.openChanges = openChanges;
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
    if (proved.frozenAt() != null) {
      return new SigningIn.Frozen();
    }
    if (proved.status() == AccountStatus.ACTIVE) {
      return enterActive(proved.person(), device);
    }
    return proved.firstPasswordIsOver(clock.instant())
        ? new SigningIn.FirstPasswordOver()
        : new SigningIn.MustSetPassword(ticket(proved.person(), "FIRST_PASSWORD_SHOWN"));
  }

  private SigningIn enterActive(PersonId person, Device device) {
    boolean elsewhere = sessions.elsewhere(person, device).isPresent();
    boolean known = devices.knows(person, device);
    return elsewhere || !known
        ? new SigningIn.NeedsCode(newDevices.await(person, !known), elsewhere)
        : new SigningIn.SignedIn(sessions.start(person, device, SignedInBy.of(Means.PASSWORD)));
  }

  /** Before anything of the person's is used up, in the order in which freezing does. */
  void hold(PersonId person) {
    var _ = accounts.lock(person);
  }

  /** For somebody who has shown a code sent to a contact of the account, or printed for it. */
  @Transactional
  public Optional<String> ticketForRecovery(PersonId person) {
    return accounts.lock(person).map(_ -> ticket(person, "RECOVERY_PROVED"));
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
        .map(it -> set(it.person(), hash, device));
  }

  @Transactional
  public Optional<StartedSession> change(Credentials proved, String hash, Device device) {
    if (!stillTrue(proved)) {
      return Optional.empty();
    }
    // Begun, it may be, by whoever knows the password that is given up.
    openChanges.stop(proved.person(), Actor.of(proved.person()));
    var started = set(proved.person(), hash, "PASSWORD_CHANGED", device);
    newDevices.tellOfPassword(proved.person(), started);
    return Optional.of(started);
  }

  /**
   * Whoever had a password already is told: it may not have been they. Who has shown a code of the
   * present contacts wants them kept, whatever somebody with the old password has begun.
   */
  private StartedSession set(PersonId person, String hash, Device device) {
    boolean anew =
        accounts.lock(person).filter(it -> it.status() == AccountStatus.ACTIVE).isPresent();
    openChanges.stop(person, Actor.of(person));
    var started = set(person, hash, "PASSWORD_SET", device);
    if (anew) {
      newDevices.tell(person, started, device);
    }
    return started;
  }

  private StartedSession set(PersonId person, String hash, String action, Device device) {
    accounts.setPassword(person, hash, clock.instant());
    pending.deleteAll(person);
    // Nor does what somebody proved before lead to another one.
    accounts.deleteTicket(person);
    audit.record(action, Actor.of(person), Subject.of("account", person.value(), person));
    sessions.endLive(person, SessionEnd.PASSWORD_CHANGED);
    return sessions.start(person, device, SignedInBy.of(Means.NEW_PASSWORD));
  }

  private boolean stillTrue(Credentials proved) {
    return accounts
        .lock(proved.person())
        .filter(it -> Objects.equals(it.hash(), proved.hash()))
        .isPresent();
  }

  private String ticket(PersonId person, String deed) {
    var ticket = PersonSecret.next(person);
    accounts.putTicket(person, hash(ticket), clock.instant().plus(settings.ticketFor()));
    audit.record(deed, Actor.of(person), Subject.of("account", person.value(), person));
    return ticket.value();
  }

  private byte[] hash(PersonSecret ticket) {
    return secrets.hash(PURPOSE, ticket.secret());
  }
}
