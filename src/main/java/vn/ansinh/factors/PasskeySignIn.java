package vn.ansinh.factors;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.Device;
import vn.ansinh.accounts.FactorChange;
import vn.ansinh.accounts.PasskeyEntry;
import vn.ansinh.accounts.StartedSession;
import vn.ansinh.accounts.Taking;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.factors.PasskeyVerification.Shown;
import vn.ansinh.factors.PasskeyVerification.Signed;
import vn.ansinh.platform.PersonId;

/**
 * Signing in with a passkey alone, and a new password for who has one and forgot the old. The key
 * says whose it is; a key nobody knows, a wrong signature, a challenge of before and an account
 * that is frozen are one answer.
 */
@Service
public class PasskeySignIn {

  private static final Budget FROM_NETWORK =
      Budget.of("passkeys.network", 600, Duration.ofHours(1));
  private static final Budget ALTOGETHER =
      Budget.shared("passkeys.all", 200_000, Duration.ofHours(1));

  private final PasskeyStore store;
  private final Passkeys passkeys;
  private final Ceremonies ceremonies;
  private final PasskeyVerification verification;
  private final PasskeyEntry entry;
  private final Budgets budgets;
  private final Audit audit;
  private final Clock clock;

  PasskeySignIn(
      PasskeyStore store,
      Passkeys passkeys,
      Ceremonies ceremonies,
      PasskeyVerification verification,
      PasskeyEntry entry,
      Budgets budgets,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.passkeys = passkeys;
    this.ceremonies = ceremonies;
    this.verification = verification;
    this.entry = entry;
    this.budgets = budgets;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param network the caller's network address, for the budget only
   */
  public PasskeyChallenge begin(String network) {
    var spent = spent(FROM_NETWORK, network).or(() -> spent(ALTOGETHER, "all"));
    if (spent.isPresent()) {
      return new PasskeyChallenge.TooMany(spent.get());
    }
    var cookie = ceremonies.begin(null);
    return new PasskeyChallenge.Begun(
        cookie, ceremonies.challengeText(cookie), verification.site());
  }

  /**
   * Signs in here and out everywhere else.
   *
   * @param credential what the browser signed, as JSON
   */
  public Optional<StartedSession> enter(String cookie, String credential, Device device) {
    return shown(cookie, credential).flatMap(it -> entry.enter(it.person(), device, it.proof()));
  }

  /** A ticket for a new password. */
  public Optional<String> ticket(String cookie, String credential) {
    return shown(cookie, credential).flatMap(it -> entry.ticket(it.person(), it.proof()));
  }

  private record Claim(PersonId person, BooleanSupplier proof) {}

  private Optional<Claim> shown(String cookie, String credential) {
    if (!ceremonies.use(cookie, null)) {
      return Optional.empty();
    }
    var challenge = ceremonies.challenge(cookie);
    return verification
        .read(credential)
        .flatMap(
            signed ->
                holder(signed)
                    .map(person -> new Claim(person, () -> proves(person, signed, challenge))));
  }

  /** The caller holds the lock on the account's row. */
  private boolean proves(PersonId person, Signed signed, byte[] challenge) {
    var key = store.find(person, passkeys.hash(person, signed.credentialId()));
    return key.isPresent() && proves(person, signed, challenge, key.get());
  }

  private boolean proves(PersonId person, Signed signed, byte[] challenge, PasskeyStore.Row key) {
    var known =
        new Shown(signed.credentialId(), passkeys.open(key), key.backupEligible(), key.signCount());
    return switch (verification.judge(signed, challenge, known)) {
      case RIGHT -> {
        store.used(person, key.id(), signed.signCount(), clock.instant());
        yield true;
      }
      case COPIED -> {
        passkeys.remove(person, key.id(), FactorChange.PASSKEY_COPIED);
        yield false;
      }
      case WRONG -> {
        audit.record(
            "PASSKEY_REFUSED", Actor.VISITOR, Subject.of("factor", key.id().value(), person));
        yield false;
      }
    };
  }

  private static Optional<PersonId> holder(Signed signed) {
    var holder = signed.holder();
    if (holder.length != 2 * Long.BYTES) {
      return Optional.empty();
    }
    var bytes = ByteBuffer.wrap(holder);
    return Optional.of(new PersonId(new UUID(bytes.getLong(), bytes.getLong())));
  }

  private Optional<Instant> spent(Budget budget, String key) {
    return budgets.take(budget, key) instanceof Taking.Spent(var until)
        ? Optional.of(until)
        : Optional.empty();
  }
}
