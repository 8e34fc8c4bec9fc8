package vn.ansinh.accounts;

import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.RecoveryStore.Waiting;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;

/**
 * Looks at requests for a new password when nobody waits for the answer any more, and sends a code
 * where number and contact belong together. Any number of nodes shares them out.
 */
@Component
class RecoveryDesk {

  private static final Logger LOG = LoggerFactory.getLogger(RecoveryDesk.class);

  /** In one transaction: whoever holds two accounts waits crosswise for whoever holds them too. */
  private static final int AT_ONCE = 1;

  private final RecoveryStore store;
  private final UserNames userNames;
  private final AccountStore accounts;
  private final OneTimeCodes codes;
  private final KnownDeviceStore devices;
  private final Budgets budgets;
  private final RecoverySettings settings;
  private final ObjectProvider<RecoveryDesk> self;
  private final Secrets secrets;
  private final Audit audit;
  private final Clock clock;

  RecoveryDesk(
      RecoveryStore store,
      UserNames userNames,
      AccountStore accounts,
      OneTimeCodes codes,
      KnownDeviceStore devices,
      Budgets budgets,
      RecoverySettings settings,
      ObjectProvider<RecoveryDesk> self,
      Secrets secrets,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.userNames = userNames;
    this.accounts = accounts;
    this.codes = codes;
    this.devices = devices;
    this.budgets = budgets;
    this.settings = settings;
    this.self = self;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 700)
  void look() {
    while (settings.looking() && self.getObject().round() > 0) {}
  }

  /**
   * One round.
   *
   * @return how many requests were looked at
   */
  @Transactional
  public int round() {
    var waiting = store.take(AT_ONCE);
    waiting.forEach(this::look);
    return waiting.size();
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
  void sweep() {
    store.deleteExpired(clock.instant());
  }

  private void look(Waiting waiting) {
    var request = opened(waiting);
    var account = request.flatMap(this::account);
    // Beyond the bound no code is sent; one printed beforehand still lets its owner in.
    store.lookedAt(waiting.id(), account.map(Account::person).orElse(null));
    var sent = account.flatMap(it -> send(it, request.get().to(), waiting));
    if (sent.isEmpty()) {
      codes.sendNowhere(Matter.recovery(waiting.id(), true));
    }
  }

  /** Empty beyond the bounds: what is asked is then answered like that of anybody else. */
  private Optional<CodeId> send(Account account, Contact to, Waiting waiting) {
    var device = RecoveryRequest.openDevice(secrets, waiting.id(), waiting.device());
    boolean known = isKnown(account.person(), device);
    if (!known && isSpent(settings.ofAccount(), account.person().value().toString())) {
      return Optional.empty();
    }
    audit.record(
        "RECOVERY_BEGUN",
        Actor.VISITOR,
        Subject.of("account", account.person().value(), account.person()));
    var matter = Matter.recovery(waiting.id(), !known);
    return codes.send(matter, to, account.language(), null) instanceof Sending.Sent(var id, var _)
        ? Optional.of(id)
        : Optional.empty();
  }

  /**
   * What strangers ask leaves the owner's own phone its tries. A browser many people have used is
   * known to all of them; whoever takes its cookie away has no more tries at all of them than at
   * one.
   */
  private boolean isKnown(PersonId person, Device device) {
    return devices.knows(person, device)
        && !isSpent(settings.ofDevice(), String.valueOf(device.secret()));
  }

  private boolean isSpent(Budget budget, String key) {
    return budgets.take(budget, key) instanceof Taking.Spent;
  }

  /** One that does not open must not keep the others waiting. */
  private Optional<RecoveryRequest> opened(Waiting waiting) {
    try {
      return Optional.of(RecoveryRequest.open(secrets, waiting.id(), waiting.request()));
    } catch (IllegalStateException e) {
      LOG.error("a request for a new password does not open: {}", waiting.id());
      return Optional.empty();
    }
  }

  /**
   * By a contact the account has, and one this installation can send to. Whoever has taken over a
   * frozen account had its phone: there only the e-mail address counts, where there is one. Locked,
   * so that a contact that is replaced meanwhile proves nothing.
   */
  private Optional<Account> account(RecoveryRequest request) {
    var to = request.to();
    return userNames
        .personOf(request.userName())
        .filter(it -> accounts.lock(it).isPresent())
        .flatMap(accounts::find)
        .filter(it -> to.address().equals(to.channel() == Channel.SMS ? it.phone() : it.email()))
        .filter(it -> to.channel() == Channel.EMAIL || it.email() == null || !isFrozen(it))
        .filter(_ -> codes.canSend(to.channel()));
  }

  private boolean isFrozen(Account account) {
    return accounts.credentials(account.person()).filter(it -> it.frozenAt() != null).isPresent();
  }
}
