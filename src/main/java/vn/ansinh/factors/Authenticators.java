package vn.ansinh.factors;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.scheduling.annotation.Scheduled;
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
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;
import vn.ansinh.totp.AppKey;
import vn.ansinh.totp.Totp;

/**
 * Apps that show a code of six digits every thirty seconds. A code stands in for the one sent to a
 * contact on a new device, once: the step of the last one is kept, under which nothing counts.
 */
@Service
public class Authenticators implements NamedFactors {

  /** Most a person can have. */
  public static final int MOST = 5;

  static final String KEY = "factors.authenticator.key.";
  static final String NAME = "factors.authenticator.name.";
  private static final Duration OFFERED_FOR = Duration.ofMinutes(15);

  /** As often as a sent code may be mistyped. */
  private static final int FIRST_CODES = 5;

  private final AuthenticatorStore store;
  private final Accounts accounts;
  private final Reauthentication password;
  private final FactorNotices notices;
  private final Secrets secrets;
  private final Audit audit;
  private final Clock clock;
  private final Totp totp = new Totp();

  Authenticators(
      AuthenticatorStore store,
      Accounts accounts,
      Reauthentication password,
      FactorNotices notices,
      Secrets secrets,
      Audit audit,
      Clock clock) {
    this.store = store;
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
   * A key to set an app up with, bound to this session; one that was offered before is forgotten.
   *
   * @return false when the person has as many as there may be
   */
  public Reauthenticated<Boolean> offer(CitizenSession session, String inUse, Device device) {
    return password.with(session, inUse, device, () -> offer(session));
  }

  private boolean offer(CitizenSession session) {
    var person = session.person();
    store.deleteOffered(person);
    if (store.list(person).size() >= MOST) {
      return false;
    }
    var id = FactorId.next();
    var key = secrets.seal(Totp.newKey(), context(person, id));
    store.offer(person, id, key, session.id(), clock.instant());
    audit.record("AUTHENTICATOR_OFFERED", Actor.of(person), subject(person, id));
    return true;
  }

  /** What the app needs, while it waits for its first code in this session. */
  public Optional<AppKey> offered(CitizenSession session) {
    var label = accounts.find(session.person()).map(AccountLabel::of);
    return found(session)
        .flatMap(it -> label.map(of -> Totp.keyFor(open(session.person(), it.id(), it.key()), of)));
  }

  /** Keeps the offered key if the code was made with it. */
  public Confirming confirm(CitizenSession session, String name, String typed) {
    return password.locked(session, () -> confirmLocked(session, name, typed))
            instanceof Reauthenticated.Done(var answer)
        ? answer
        : Confirming.OVER;
  }

  private Confirming confirmLocked(CitizenSession session, String name, String typed) {
    var person = session.person();
    var offered = found(session);
    if (offered.isEmpty()) {
      return Confirming.OVER;
    }
    var id = offered.get().id();
    var step = stepOf(open(person, id, offered.get().key()), typed);
    if (step.isEmpty()) {
      return store.miss(person, id) < FIRST_CODES ? Confirming.WRONG : Confirming.OVER;
    }
    store.confirm(person, id, seal(id, name), step.getAsLong(), clock.instant());
    notices.record(person, id.value(), FactorChange.AUTHENTICATOR_ADDED);
    return Confirming.ADDED;
  }

  @Override
  @Transactional
  public boolean rename(CitizenSession session, FactorId id, String name) {
    var person = session.person();
    boolean renamed = store.rename(person, id, seal(id, name));
    if (renamed) {
      audit.record("AUTHENTICATOR_RENAMED", Actor.of(person), subject(person, id));
    }
    return renamed;
  }

  @Override
  public Reauthenticated<Boolean> remove(
      CitizenSession session, FactorId id, String inUse, Device device) {
    return password.with(session, inUse, device, () -> remove(session.person(), id));
  }

  private boolean remove(PersonId person, FactorId id) {
    boolean removed = store.delete(person, id);
    if (removed) {
      notices.record(person, id.value(), FactorChange.AUTHENTICATOR_REMOVED);
    }
    return removed;
  }

  /** Right, wrong, or right but used before. */
  enum Verdict {
    RIGHT,
    WRONG,
    USED
  }

  Verdict check(PersonId person, String typed) {
    for (var app : store.list(person)) {
      var step = stepOf(open(person, app.id(), app.key()), typed);
      if (step.isPresent()) {
        return store.useStep(person, app.id(), step.getAsLong(), clock.instant())
            ? Verdict.RIGHT
            : Verdict.USED;
      }
    }
    return Verdict.WRONG;
  }

  int count(PersonId person) {
    return store.list(person).size();
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT21M")
  void sweep() {
    store.deleteOfferedBefore(clock.instant().minus(OFFERED_FOR));
  }

  private Optional<AuthenticatorStore.Offered> found(CitizenSession session) {
    return store.offered(
        session.person(), session.id(), clock.instant().minus(OFFERED_FOR), FIRST_CODES);
  }

  private OptionalLong stepOf(byte[] key, String typed) {
    var digits = typed.length() > 20 ? "" : typed.replaceAll("\\s", "");
    return totp.stepOf(key, digits, clock.instant());
  }

  /**
   * Bound to the person, so that a row written over to somebody else opens nothing there; what was
   * sealed before that was so opens until {@code keys reseal} has gone over it.
   */
  private byte[] open(PersonId person, FactorId id, byte[] key) {
    return secrets.open(key, context(person, id), KEY + id.value());
  }

  private static String context(PersonId person, FactorId id) {
    return KEY + person.value() + "." + id.value();
  }

  private byte[] seal(FactorId id, String name) {
    return secrets.seal(name, NAME + id.value());
  }

  private static Subject subject(PersonId person, FactorId id) {
    return Subject.of("factor", id.value(), person);
  }
}
