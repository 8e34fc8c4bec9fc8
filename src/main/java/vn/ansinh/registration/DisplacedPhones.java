package vn.ansinh.registration;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.PhoneDisplaced;

/** Passes the loss of a phone on to the declarations it concerns. */
@Component
class DisplacedPhones {

  private final DeclarationStore declarations;
  private final ApplicationEventPublisher events;

  DisplacedPhones(DeclarationStore declarations, ApplicationEventPublisher events) {
    this.declarations = declarations;
    this.events = events;
  }

  @EventListener
  void on(PhoneDisplaced event) {
    declarations.of(event.loser()).stream()
        .filter(it -> it.status().isOpen() && names(it.facts(), event.phone()))
        .forEach(it -> events.publishEvent(new DeclaredPhoneLost(it.id(), it.person())));
  }

  private static boolean names(@Nullable DeclaredFacts facts, String phone) {
    return facts != null && facts.phone().equals(phone);
  }
}
