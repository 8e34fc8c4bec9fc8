package vn.ansinh.registration;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.ansinh.audit.Actor;
import vn.ansinh.registration.DeclarationEvent.Deed;
import vn.ansinh.registration.Lifecycle.Act;

/** Reminders, and how a declaration ends without a decision; in the caller's transaction. */
@Component
class Endings {

  private final DeclarationStore store;
  private final Lifecycle lifecycle;
  private final Promises promises;
  private final Erasure erasure;
  private final ApplicationEventPublisher events;

  Endings(
      DeclarationStore store,
      Lifecycle lifecycle,
      Promises promises,
      Erasure erasure,
      ApplicationEventPublisher events) {
    this.store = store;
    this.lifecycle = lifecycle;
    this.promises = promises;
    this.erasure = erasure;
    this.events = events;
  }

  Outcome withdraw(DeclarationId id) {
    var before = store.lock(id).orElseThrow(() -> new RegistrationException("no such declaration"));
    if (!before.status().isOpen()) {
      return new Outcome.WrongState(before.status());
    }
    // Told while the data are there: whoever has to write a last message needs them.
    events.publishEvent(new DeclarationWithdrawn(id, before.person(), before.officeCode()));
    end(before, DeclarationStatus.WITHDRAWN, Act.of(Deed.WITHDRAWN, Actor.of(before.person())));
    return new Outcome.Done();
  }

  void expire(DeclarationId id) {
    var before = store.lock(id).orElseThrow();
    if (before.status().waitsForApplicant()) {
      events.publishEvent(new DeclarationExpired(id, before.person(), before.officeCode()));
      end(before, DeclarationStatus.EXPIRED, Act.of(Deed.EXPIRED, Actor.SYSTEM));
    }
  }

  void remind(DeclarationId id) {
    var before = store.lock(id).orElseThrow();
    if (before.status().waitsForApplicant() && before.clock().remindedAt() == null) {
      var after = before.as(before.status(), promises.reminded(before.clock()));
      lifecycle.move(before, after, Act.of(Deed.REMINDED, Actor.SYSTEM));
      events.publishEvent(new DeclarationReminderDue(id, before.person()));
    }
  }

  void eraseDecided(DeclarationId id) {
    var before = store.lock(id).orElseThrow();
    if (!before.isErased() && before.status() == DeclarationStatus.REJECTED) {
      events.publishEvent(new DeclarationErased(id, before.person()));
      end(before, DeclarationStatus.REJECTED, Act.of(Deed.ERASED, Actor.SYSTEM));
    }
  }

  private void end(Declaration before, DeclarationStatus status, Act act) {
    erasure.eraseAround(before);
    var then = before.status() == status ? before.clock() : promises.ended(before.clock());
    if (!lifecycle.move(before, before.as(status, then).erased(), act)) {
      throw new RegistrationException("a locked declaration was changed");
    }
  }
}
