package vn.ansinh.accounts;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.platform.PersonId;

/**
 * Lets in who has shown a passkey: something they hold, and that it is they who hold it. That is as
 * much as a password and a code, so no code is asked for; one device at a time holds as ever. The
 * proof is judged under the lock on the account's row.
 */
@Service
public class PasskeyEntry {

  /** Sign-ins the owner is told of: a key in the wrong hands must not send messages without end. */
  private static final Budget TOLD = Budget.of("passkeys.told", 30, Duration.ofDays(1));

  private final AccountStore accounts;
  private final Sessions sessions;
  private final KnownDeviceStore devices;
  private final NewDevices newDevices;
  private final Guesses guesses;
  private final Entry entry;
  private final Budgets budgets;

  PasskeyEntry(
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

  /**
   * Signs in here and out everywhere else; the owner is told as of any new or second device. Empty
   * when the proof fails or the account is frozen or has no password of its own.
   */
  @Transactional
  public Optional<StartedSession> enter(PersonId person, Device device, BooleanSupplier proof) {
    return open(person, proof)
        .flatMap(
            _ -> {
              boolean told =
                  sessions.elsewhere(person, device).isPresent() || !devices.knows(person, device);
              if (told && isSpent(person)) {
                return Optional.empty();
              }
              var started = sessions.start(person, device, SignedInBy.of(SignedInBy.Means.PASSKEY));
              if (told) {
                newDevices.tell(person, started, device);
              }
              return Optional.of(started);
            });
  }

  /**
   * For a forgotten password.
   *
   * @return a ticket for {@link SignIn#setFirstPassword}; empty as {@link #enter}
   */
  @Transactional
  public Optional<String> ticket(PersonId person, BooleanSupplier proof) {
    return open(person, proof)
        .flatMap(
            _ -> {
              guesses.reset(person);
              return entry.ticketForRecovery(person);
            });
  }

  private boolean isSpent(PersonId person) {
    return budgets.take(TOLD, person.value().toString()) instanceof Taking.Spent;
  }

  private Optional<Credentials> open(PersonId person, BooleanSupplier proof) {
    return accounts
        .lock(person)
        .filter(it -> it.frozenAt() == null && it.status() == AccountStatus.ACTIVE)
        .filter(_ -> proof.getAsBoolean());
  }
}
