package vn.ansinh.factors;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Device;
import vn.ansinh.accounts.FactorChange;
import vn.ansinh.accounts.FactorNotices;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.accounts.Reauthentication;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.factors.PasskeyVerification.Shown;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;

/** The keys a person signs in with by finger, face or the number of the device (WebAuthn). */
@Service
public class Passkeys implements NamedFactors {

  /** Most a person can have. */
  public static final int MOST = 10;

  static final String CREDENTIAL = "factors.passkey.credential.";
  static final String NAME = "factors.passkey.name.";

  private final PasskeyStore store;
  private final Ceremonies ceremonies;
  private final PasskeyVerification verification;
  private final Accounts accounts;
  private final Reauthentication password;
  private final FactorNotices notices;
  private final Secrets secrets;
  private final Audit audit;
  private final Clock clock;

  Passkeys(
      PasskeyStore store,
      Ceremonies ceremonies,
      PasskeyVerification verification,
      Accounts accounts,
      Reauthentication password,
      FactorNotices notices,
      Secrets secrets,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.ceremonies = ceremonies;
    this.verification = verification;
    this.accounts = accounts;
    this.password = password;
    this.notices = notices;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<Factor> of(CitizenSession session) {
    return store.list(session.person()).stream()
        .map(
            it ->
                new Factor(
                    it.id(),
                    secrets.openText(it.name(), NAME + it.id().value()),
                    it.addedAt(),
                    it.lastUsedAt()))
        .toList();
  }

  /**
   * @return what the browser's cookie holds while the key is made; empty when the person has as
   *     many as there may be
   */
  public Reauthenticated<Optional<String>> begin(
      CitizenSession session, String inUse, Device device) {
    return password.with(session, inUse, device, () -> begin(session));
  }

  private Optional<String> begin(CitizenSession session) {
    var person = session.person();
    if (store.list(person).size() >= MOST) {
      return Optional.empty();
    }
    audit.record(
        "PASSKEY_OFFERED", Actor.of(person), Subject.of("account", person.value(), person));
    return Optional.of(ceremonies.begin(session.id()));
  }

  /** Empty when more than five minutes have passed or another session began it. */
  @Transactional(readOnly = true)
  public Optional<PasskeyOffer> offered(CitizenSession session, String cookie) {
    return accounts
        .find(session.person())
        .filter(_ -> ceremonies.isOpen(cookie, session.id()))
        .map(
            it ->
                new PasskeyOffer(
                    ceremonies.challengeText(cookie),
                    verification.site(),
                    text(holder(session.person())),
                    AccountLabel.of(it),
                    store.list(session.person()).stream()
                        .map(key -> text(verification.credentialId(open(key))))
                        .toList()));
  }

  /**
   * @param credential what the browser made, as JSON
   */
  public AddingPasskey add(CitizenSession session, String cookie, String name, String credential) {
    if (!ceremonies.use(cookie, session.id())) {
      return AddingPasskey.OVER;
    }
    return verification
        .added(credential, ceremonies.challenge(cookie))
        .map(it -> add(session, name, it))
        .orElse(AddingPasskey.REFUSED);
  }

  private AddingPasskey add(CitizenSession session, String name, Shown shown) {
    return password.locked(session, () -> addLocked(session.person(), name, shown))
            instanceof Reauthenticated.Done(var answer)
        ? answer
        : AddingPasskey.OVER;
  }

  private AddingPasskey addLocked(PersonId person, String name, Shown shown) {
    var id = FactorId.next();
    var row =
        new PasskeyStore.Row(
            id,
            secrets.seal(shown.credential(), CREDENTIAL + id.value()),
            seal(id, name),
            shown.backupEligible(),
            shown.signCount(),
            clock.instant(),
            null);
    if (store.list(person).size() >= MOST
        || !store.insert(person, hash(person, shown.credentialId()), row)) {
      return AddingPasskey.REFUSED;
    }
    notices.record(person, id.value(), FactorChange.PASSKEY_ADDED);
    return AddingPasskey.ADDED;
  }

  @Override
  @Transactional
  public boolean rename(CitizenSession session, FactorId id, String name) {
    var person = session.person();
    boolean renamed = store.rename(person, id, seal(id, name));
    if (renamed) {
      audit.record("PASSKEY_RENAMED", Actor.of(person), Subject.of("factor", id.value(), person));
    }
    return renamed;
  }

  @Override
  public Reauthenticated<Boolean> remove(
      CitizenSession session, FactorId id, String inUse, Device device) {
    return password.with(
        session, inUse, device, () -> remove(session.person(), id, FactorChange.PASSKEY_REMOVED));
  }

  boolean remove(PersonId person, FactorId id, FactorChange why) {
    boolean removed = store.delete(person, id);
    if (removed) {
      notices.record(person, id.value(), why);
    }
    return removed;
  }

  byte[] open(PasskeyStore.Row key) {
    return secrets.open(key.credential(), CREDENTIAL + key.id().value());
  }

  byte[] hash(PersonId person, byte[] credentialId) {
    return secrets.hash("passkey", person.value() + "|" + text(credentialId));
  }

  static byte[] holder(PersonId person) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(person.value().getMostSignificantBits())
        .putLong(person.value().getLeastSignificantBits())
        .array();
  }

  private byte[] seal(FactorId id, String name) {
    return secrets.seal(name, NAME + id.value());
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
