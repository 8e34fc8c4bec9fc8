package vn.ansinh.registration;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Claiming;
import vn.ansinh.accounts.Contacts;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.people.PersonStatus;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;

/**
 * What a declaration holds while it is open: its phone, its e-mail address, and its number if it is
 * the register's person who declares.
 */
@Component
class Claims {

  private final ClaimStore store;
  private final Contacts contacts;
  private final Accounts accounts;
  private final People people;
  private final Secrets secrets;

  Claims(ClaimStore store, Contacts contacts, Accounts accounts, People people, Secrets secrets) {
    this.store = store;
    this.contacts = contacts;
    this.accounts = accounts;
    this.people = people;
    this.secrets = secrets;
  }

  /**
   * The register's person if number, name and paper are exactly theirs. Somebody who knows only the
   * number of a neighbour's card is nobody's match and therefore blocks nobody.
   */
  Optional<PersonId> match(DeclaredFacts facts) {
    return people
        .byNumber(facts.socialInsuranceNumber())
        .filter(it -> it.status() == PersonStatus.ACTIVE)
        .filter(it -> PersonNames.same(it.fullName(), facts.fullName()))
        .filter(it -> holds(it, facts.paper()))
        .map(Person::id);
  }

  /**
   * Takes number, e-mail and phone, always in this order; empty when all are had. A phone that was
   * not confirmed is taken provisionally.
   */
  Optional<Submission> claim(Declaration declaration, DeclaredFacts facts, boolean phoneConfirmed) {
    var person = declaration.matched();
    if (person != null) {
      if (!store.claimNumber(hash(person), declaration).equals(declaration.id())) {
        return Optional.of(new Submission.NumberAlreadyOpen());
      }
      if (accounts.exists(person)) {
        return Optional.of(new Submission.NumberAlreadyRegistered());
      }
    }
    var holder = declaration.person();
    var claiming =
        phoneConfirmed
            ? contacts.claim(holder, facts.phone(), facts.email())
            : contacts.claimProvisionally(holder, facts.phone(), facts.email());
    return switch (claiming) {
      case Claiming.Claimed _ -> Optional.empty();
      case Claiming.PhoneTaken _ -> Optional.of(new Submission.PhoneTaken());
      case Claiming.EmailTaken _ -> Optional.of(new Submission.EmailTaken());
    };
  }

  boolean claimCode(Declaration declaration) {
    return store.insertCode(declaration.code(), declaration.person(), declaration.id().value());
  }

  void release(Declaration declaration) {
    store.releaseNumber(declaration.id());
    // An account opened meanwhile for the same person keeps its phone and e-mail address.
    if (!accounts.exists(declaration.person())) {
      contacts.release(declaration.person());
    }
  }

  /**
   * For an approval: whoever else approves for the same person waits here until this transaction
   * ends. False when the person has an account.
   */
  boolean isFree(PersonId person, Declaration declaration) {
    store.claimNumber(hash(person), declaration);
    return !accounts.exists(person);
  }

  void handOver(Declaration declaration, PersonId account) {
    store.releaseNumber(declaration.id());
    contacts.move(declaration.person(), account);
  }

  private static boolean holds(Person person, IdentityPaper paper) {
    return person.papers().stream().anyMatch(it -> it.number().equals(paper.number()))
        || paper.number().equals(person.personalId());
  }

  /** By person rather than by number, since a person may declare either of two numbers. */
  private byte[] hash(PersonId person) {
    return secrets.hash("declared-number", person.value().toString());
  }
}
