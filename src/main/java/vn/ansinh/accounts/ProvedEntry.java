package vn.ansinh.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.platform.PersonId;

/**
 * Lets in who has proved elsewhere to be somebody: the steps, each under the lock on the account's
 * row that {@link #hold} takes for the caller's transaction. One device at a time holds as ever
 * (requirement R14), and every sign-in is told.
 */
@Service
public class ProvedEntry {

  /** Sign-ins the owner is told of: messages must not be sent without end. */
  private static final Budget TOLD = Budget.of("proved-entry.told", 30, Duration.ofDays(1));

  private final AccountStore accounts;
  private final Sessions sessions;
  private final KnownDeviceStore devices;
  private final NewDevices newDevices;
  private final Guesses guesses;
  private final Entry entry;
  private final Budgets budgets;

  ProvedEntry(
      AccountStore accounts,
      Sessions sessions,
      KnownDeviceStore devices,
      NewDevices newDevices,
      Guesses guesses,
      Entry entry,
      Budgets budgets) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.devices = devices;
    this.newDevices = newDevices;
    this.guesses = guesses;
    this.entry = entry;
    this.budgets = budgets;
  }

  /** Whether the account can be entered at all. */
  public enum Standing {
    OPEN,
    /** Its owner has frozen it: only a new password opens it. */
    FROZEN,
    /** Its owner has declared to use it no longer. */
    CLOSED,
    /** None, a child's on a guardian's contact, or one without a password of its own. */
    NONE
  }

  /**
   * Where somebody stands who wants to enter.
   *
   * @param known whether the account knows the device
   * @param elsewhere whether another device is signed in now
   */
  public record Surroundings(boolean known, boolean elsewhere) {}

  /** Whoever else wants to change the account waits until the caller's transaction is over. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Standing hold(PersonId person) {
    return accounts
        .lock(person)
        .filter(it -> it.status() == AccountStatus.ACTIVE && it.lentBy() == null)
        .map(it -> it.frozenAt() == null ? Standing.OPEN : Standing.FROZEN)
        .orElseGet(() -> isClosed(person) ? Standing.CLOSED : Standing.NONE);
  }

  private boolean isClosed(PersonId person) {
    return accounts.typedAgainst(person).filter(Credentials::closed).isPresent();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public Surroundings around(PersonId held, Device device) {
    return new Surroundings(
        devices.knows(held, device), sessions.elsewhere(held, device).isPresent());
  }

  /**
   * Takes one of the sign-ins of which the owner can be told.
   *
   * @return until when there are none left; empty when one was taken
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Instant> spentUntil(PersonId held) {
    return budgets.take(TOLD, held.value().toString()) instanceof Taking.Spent(var until)
        ? Optional.of(until)
        : Optional.empty();
  }

  /** Signs in here and out everywhere else; every contact is told. */
  @Transactional(propagation = Propagation.MANDATORY)
  public StartedSession enter(PersonId held, Device device, SignedInBy by) {
    var started = sessions.start(held, device, by);
    newDevices.tell(held, started, device);
    return started;
  }

  /**
   * For a forgotten password: what was guessed at before is forgiven.
   *
   * @return a ticket for {@link SignIn#setFirstPassword}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<String> ticket(PersonId held) {
    guesses.reset(held);
    return entry.ticketForRecovery(held);
  }

  /** What was proved by something that is worth nothing any more leads to no new password. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void voidTicket(PersonId held) {
    accounts.deleteTicket(held);
  }

  /**
   * For who has to be warned, or to show a code, before entering.
   *
   * @return what {@link NewDevices} and {@link #arrive} take, as {@link SigningIn.NeedsCode} has it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String await(PersonId held, Device device) {
    return newDevices.await(held, !devices.knows(held, device));
  }

  /** Whose entry this is, held as by {@link #hold}; empty when its time is over. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<PersonId> holdAwaited(String entry) {
    return PersonSecret.parse(entry)
        .map(PersonSecret::person)
        .filter(it -> hold(it) == Standing.OPEN);
  }

  /** For who showed more than a password before the code: that is how the live session began. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void beganBy(PersonId held, SignedInBy by) {
    sessions.signedInBy(held, by);
  }

  /** Signs in after the warning, without a code; every contact is told. Empty when it is over. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<StartedSession> arrive(String entry, Device device, SignedInBy by) {
    return newDevices.arriveWithoutCode(entry, device, by);
  }
}
