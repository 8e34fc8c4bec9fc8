package vn.ansinh.guardianship;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ansinh.audit.Actor;
import vn.ansinh.consents.ConsentWithdrawing;
import vn.ansinh.consents.ConsentWithdrawn;
import vn.ansinh.consents.Consents;
import vn.ansinh.platform.PersonId;

/**
 * A child's account rests on the representative's consent and, from seven years, the child's own:
 * without either the application is taken back, or the guardian's access ends and with it the
 * account that lives on the guardian's contact. And the other way round: where that ends, so do the
 * consents. All in the transaction that does it, and always held in one order: the application or
 * the link first, then the consents.
 */
@Component
class WithdrawnConsents {

  private final ChildApplications applications;
  private final LinkStore links;
  private final LinkEnds ends;
  private final Consents consents;

  WithdrawnConsents(
      ChildApplications applications, LinkStore links, LinkEnds ends, Consents consents) {
    this.applications = applications;
    this.links = links;
    this.ends = ends;
    this.consents = consents;
  }

  @EventListener
  void on(ConsentWithdrawing event) {
    applications.hold(event.representative(), new ApplicationId(event.holder()));
    links.holdForEnd(event.representative(), new PersonId(event.holder()));
  }

  @EventListener
  void on(ConsentWithdrawn event) {
    var guardian = event.givenBy();
    if (guardian != null && !applications.withdraw(guardian, new ApplicationId(event.holder()))) {
      var by = event.by();
      var reason = Actor.of(guardian).equals(by) ? LinkEnd.GIVEN_UP : LinkEnd.CHILD_SAID_NO;
      links.between(guardian, new PersonId(event.holder())).stream()
          .filter(it -> it.kind() == LinkKind.GUARDIAN)
          .forEach(it -> ends.end(it, reason, by.id(), by));
    }
  }

  @EventListener
  void on(GuardianshipEnded event) {
    consents.endFor(event.person(), event.guardian());
  }
}
