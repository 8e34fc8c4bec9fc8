package vn.ansinh.accounts;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;

/**
 * Forgotten passwords (requirement R15): number and a registered contact, the same answer for
 * everybody, a code to that contact, or one printed beforehand, a new password. What is asked is
 * only written down here; {@link RecoveryDesk} looks afterwards whether anything fits, so that no
 * answer and no time tells.
 */
@Service
public class Recoveries {

  private static final String PURPOSE = "recovery";

  private final RecoveryStore store;
  private final OneTimeCodes codes;
  private final ObjectProvider<SecondFactors> factors;
  private final Entry entry;
  private final Guesses guesses;
  private final Budgets budgets;
  private final RecoverySettings settings;
  private final Secrets secrets;
  private final Audit audit;
  private final Clock clock;

  Recoveries(
      RecoveryStore store,
      OneTimeCodes codes,
      ObjectProvider<SecondFactors> factors,
      Entry entry,
      Guesses guesses,
      Budgets budgets,
      RecoverySettings settings,
      Secrets secrets,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.codes = codes;
    this.factors = factors;
    this.entry = entry;
    this.guesses = guesses;
    this.budgets = budgets;
    this.settings = settings;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param userName social-insurance number or personal id, as typed
   * @param to normalised
   * @param device from which it is asked; whether the account knows it is looked up afterwards
   */
  @Transactional
  public Recovering begin(String userName, Contact to, Device device) {
    var number = UserNames.plain(userName);
    var network = device.network();
    var spent =
        spent(settings.ofNumber(), number + "|" + network)
            .or(() -> spent(settings.fromNetwork(), network))
            .or(() -> spent(settings.altogether(), "all"));
    if (spent.isPresent()) {
      return new Recovering.TooMany(spent.get());
    }
    var id = Ids.next();
    var cookie = Secrets.token(32);
    var now = clock.instant();
    var request = new RecoveryRequest(number, to).sealed(secrets, id);
    var from = RecoveryRequest.sealedDevice(secrets, id, device);
    store.insert(id, hash(cookie), request, from, now, now.plus(settings.openFor()));
    return new Recovering.Begun(cookie);
  }

  /** Whether a code may still be typed; for showing the page. */
  @Transactional(readOnly = true)
  public boolean isOpen(String cookieValue) {
    return store.find(hash(cookieValue), clock.instant()).isPresent();
  }

  /**
   * Wrong, late and never sent are one answer. Letters are a recovery code, figures the code sent.
   *
   * @return a ticket for {@link SignIn#setFirstPassword}, or empty
   */
  @Transactional
  public Optional<String> redeem(String cookieValue, String typed) {
    var row = store.find(hash(cookieValue), clock.instant());
    if (row.isEmpty()) {
      return Optional.empty();
    }
    var person = row.get().person();
    if (!isRight(row.get(), typed) || person == null) {
      return Optional.empty();
    }
    // The account's row before the request and its counter, as freezing and signing in do.
    entry.hold(person);
    if (!store.use(row.get().id())) {
      return Optional.empty();
    }
    var ticket = entry.ticketForRecovery(person);
    guesses.reset(person);
    return ticket;
  }

  /** A recovery code is looked up also where nobody was found, and both cost the same. */
  private boolean isRight(RecoveryStore.Row row, String typed) {
    if (typed.codePoints().noneMatch(Character::isLetter)) {
      return codes.redeem(CodePurpose.RECOVER, row.id(), typed) instanceof Redeeming.Accepted;
    }
    if (budgets.take(settings.printedCodes(), row.id().toString()) instanceof Taking.Spent) {
      return false;
    }
    var person = row.person();
    var holder = person == null ? new PersonId(row.id()) : person;
    boolean right = factors.getObject().redeemPrinted(holder, typed, () -> entry.hold(holder));
    if (!right) {
      audit.record(
          "SECOND_FACTOR_REFUSED",
          Actor.VISITOR,
          new Subject("recovery", row.id().toString(), person),
          Map.of("kind", SecondFactors.Kind.RECOVERY_CODE.name()));
    }
    return right;
  }

  private Optional<Instant> spent(Budget budget, String key) {
    return budgets.take(budget, key) instanceof Taking.Spent(var until)
        ? Optional.of(until)
        : Optional.empty();
  }

  private byte[] hash(String cookieValue) {
    return secrets.hash(PURPOSE, cookieValue);
  }
}
