package vn.ansinh.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;

/**
 * "That was not me": every sign-in on a new device and every change of a contact is told to the
 * owner by all channels, with a link that freezes the account. The device that was signed out by a
 * sign-in may do the same, once. A frozen account has no session, no contact on its way to be
 * changed, no proof that was made before, no way to sign in that was added before, and opens to no
 * password until a new one is set.
 */
@Service
public class Denials {

  private static final String PURPOSE = "denial";
  private static final Duration KEPT = Duration.ofDays(7);

  private final DenialStore store;
  private final AccountStore accounts;
  private final PendingEntryStore pending;
  private final KnownDeviceStore devices;
  private final Sessions sessions;
  private final OpenContactChanges openChanges;
  private final RecoveryStore recoveries;
  private final ObjectProvider<WaysIn> waysIn;
  private final ApplicationEventPublisher events;
  private final ObjectProvider<SecretMessages> messages;
  private final Secrets secrets;
  private final Audit audit;
  private final Clock clock;

  Denials(
      DenialStore store,
      AccountStore accounts,
      PendingEntryStore pending,
      KnownDeviceStore devices,
      Sessions sessions,
      OpenContactChanges openChanges,
      RecoveryStore recoveries,
      ObjectProvider<WaysIn> waysIn,
      ApplicationEventPublisher events,
      ObjectProvider<SecretMessages> messages,
      Secrets secrets,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.pending = pending;
    this.devices = devices;
    this.sessions = sessions;
    this.openChanges = openChanges;
    this.recoveries = recoveries;
    this.waysIn = waysIn;
    this.events = events;
    this.messages = messages;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether the link still freezes the account it is about; for showing the page. */
  @Transactional(readOnly = true)
  public boolean isOpen(String link) {
    return holder(link).isPresent();
  }

  /**
   * Ends every session and closes the account until a new password is set. False when the link is
   * too old or was never one.
   */
  @Transactional
  public boolean deny(String link) {
    var holder = holder(link);
    holder.ifPresent(this::freeze);
    return holder.isPresent();
  }

  /**
   * The same by the device that was signed out.
   *
   * @param cookieValue of a session that another one has replaced
   */
  @Transactional
  public boolean denyReplacement(String cookieValue) {
    var holder = sessions.replaced(cookieValue);
    holder.ifPresent(this::freeze);
    return holder.isPresent();
  }

  /** Tells the owner by every channel. The caller holds the lock on the account's row. */
  void tell(Account account, UUID session, Device device) {
    var link = link(account.person(), session);
    messages
        .getObject()
        .tellOfSignIn(
            account.person(),
            account.contacts(),
            device.name(),
            clock.instant(),
            link,
            account.language());
  }

  /** Of a password somebody changed who knew the old one. The caller holds the lock. */
  void tellOfPassword(Account account, UUID session) {
    messages
        .getObject()
        .tellOfPasswordChange(
            account.person(),
            account.contacts(),
            clock.instant(),
            link(account.person(), session),
            account.language());
  }

  /**
   * For a message about something that may not have been the owner's doing; written with it, so
   * that there is none without the other. Whoever holds the link freezes the account: nobody but
   * the addressee may see it.
   *
   * @param deed the sign-in, the change, whatever is told of
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String link(PersonId person, UUID deed) {
    return link(person, deed, clock.instant().plus(KEPT));
  }

  /** The same where the deed takes effect at a moment of its own. */
  String link(PersonId person, UUID deed, Instant until) {
    var link = Secrets.token(16);
    store.insert(person, deed, hash(link), until);
    return link;
  }

  void sweep() {
    store.deleteExpired(clock.instant());
  }

  private void freeze(PersonId person) {
    if (accounts.lock(person).isEmpty() || !accounts.freeze(person, clock.instant())) {
      return;
    }
    sessions.endLive(person, SessionEnd.DENIED);
    sessions.forgetReplaced(person);
    openChanges.stop(person, Actor.of(person));
    pending.deleteAll(person);
    // Proofs made before with a contact in wrong hands open nothing afterwards.
    accounts.deleteTicket(person);
    recoveries.deleteOf(person);
    devices.forgetAll(person);
    waysIn.forEach(it -> it.voidAll(person, Actor.of(person)));
    store.deleteAll(person);
    audit.record("ACCOUNT_FROZEN", Actor.of(person), Subject.of("account", person.value(), person));
    events.publishEvent(new AccountFrozen(person));
  }

  private Optional<PersonId> holder(String link) {
    return store.find(hash(link), clock.instant());
  }

  private byte[] hash(String link) {
    return secrets.hash(PURPOSE, link);
  }
}
