package vn.ansinh.stopping;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.AccountFrozen;
import vn.ansinh.accounts.LostContactsReplaced;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;

/**
 * Declarations that have not been carried out. The caller holds the account; so do those who tell
 * that it was frozen or given back at the office, after which nothing begun before may close it.
 */
@Component
class OpenStoppings {

  private final StoppingStore store;
  private final Audit audit;
  private final Clock clock;

  OpenStoppings(StoppingStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  @EventListener
  void on(AccountFrozen event) {
    store.open(event.person()).ifPresent(it -> drop(it, Actor.of(event.person())));
  }

  @EventListener
  void on(LostContactsReplaced event) {
    store.open(event.person()).ifPresent(it -> drop(it, Actor.SYSTEM));
  }

  /** Nothing comes of it. */
  void drop(Stopping stopping, Actor by) {
    if (stopping.isWaiting()) {
      store.cancel(stopping, clock.instant());
      audit.record("STOPPING_CANCELLED", by, subject(stopping));
    } else {
      store.delete(stopping);
    }
  }

  static Subject subject(Stopping stopping) {
    return Subject.of("stopping", stopping.id(), stopping.person());
  }
}
