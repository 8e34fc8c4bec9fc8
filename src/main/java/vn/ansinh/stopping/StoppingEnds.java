package vn.ansinh.stopping;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Account;
import vn.ansinh.accounts.AccountClosings;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.platform.PersonId;

/**
 * Carries out what is due: closes the account, once. Any number of nodes may look after the same
 * declaration, and its owner may take it back at the same moment: under the lock on the account's
 * row one of them finds it. Cut off in the middle, nothing has happened, and the next run does it.
 */
@Component
class StoppingEnds {

  private static final Logger LOG = LoggerFactory.getLogger(StoppingEnds.class);
  private static final int AT_ONCE = 200;
  private static final StoppingStore.Due FROM_THE_FIRST =
      new StoppingStore.Due(new PersonId(new UUID(0, 0)), Instant.EPOCH);

  private final StoppingStore store;
  private final OpenStoppings open;
  private final AccountClosings closings;
  private final StoppingSettings settings;
  private final ObjectProvider<StoppingEnds> self;
  private final Audit audit;
  private final Clock clock;

  StoppingEnds(
      StoppingStore store,
      OpenStoppings open,
      AccountClosings closings,
      StoppingSettings settings,
      ObjectProvider<StoppingEnds> self,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.open = open;
    this.closings = closings;
    this.settings = settings;
    this.self = self;
    this.audit = audit;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void run() {
    if (settings.ending()) {
      runNow();
    }
  }

  /** Everything that is due; what fails is passed over and tried again at the next run. */
  void runNow() {
    var page = store.due(clock.instant(), FROM_THE_FIRST, AT_ONCE);
    while (!page.isEmpty()) {
      page.forEach(it -> settleOrLog(it.person()));
      page = store.due(clock.instant(), page.getLast(), AT_ONCE);
    }
  }

  private void settleOrLog(PersonId person) {
    try {
      self.getObject().settle(person);
    } catch (RuntimeException e) {
      LOG.error("a declaration to stop that is due fails: {}", e.getClass().getName());
    }
  }

  /** One person's, if it is due. */
  @Transactional
  public void settle(PersonId person) {
    var account = closings.hold(person);
    store
        .open(person)
        .filter(it -> !it.dueAt().isAfter(clock.instant()))
        .ifPresent(
            due -> {
              if (due.isWaiting() && account.isPresent()) {
                stop(due, account.get());
              } else {
                open.drop(due, Actor.SYSTEM);
              }
            });
  }

  private void stop(Stopping due, Account account) {
    store.stop(due, clock.instant());
    audit.record("USE_STOPPED", Actor.SYSTEM, OpenStoppings.subject(due));
    closings.close(account, Actor.SYSTEM);
  }
}
