package vn.ansinh.guardianship;

import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.AccountClosed;
import vn.ansinh.audit.Actor;

/**
 * Whoever has no account any more neither looks nor acts nor applies through it, and cannot take an
 * authorisation back: everything that hangs on the account ends with it, in its transaction. A
 * guardian of the person keeps what the law gives them.
 */
@Component
class ClosedAccounts {

  private final LinkStore links;
  private final LinkEnds ends;
  private final Authorisations authorisations;
  private final ChildApplications applications;

  ClosedAccounts(
      LinkStore links,
      LinkEnds ends,
      Authorisations authorisations,
      ChildApplications applications) {
    this.links = links;
    this.ends = ends;
    this.authorisations = authorisations;
    this.applications = applications;
  }

  /** The caller's transaction holds the account. */
  @EventListener
  void on(AccountClosed event) {
    var person = event.person();
    // First what may be turning into a link at this moment: its rows are waited for.
    authorisations.takeBackOffers(person);
    applications.of(person).forEach(it -> applications.withdraw(person, it.id()));
    var given =
        links.ofPerson(person).stream()
            .filter(it -> it.kind() == LinkKind.CARER && it.endedAt() == null);
    Stream.concat(links.ofGuardian(person).stream(), given)
        .forEach(it -> ends.end(it, LinkEnd.ACCOUNT_CLOSED, person.value(), Actor.of(person)));
  }
}
