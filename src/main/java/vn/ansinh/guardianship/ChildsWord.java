package vn.ansinh.guardianship;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.audit.Actor;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Said;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.PersonId;

/**
 * A child of seven and older says No by itself, in its own sign-in (Decree 356/2025/ND-CP): the
 * account stops at once, and the guardian whose contact it lives on sees the child's data no more.
 * Another guardian's access ends at an office, which sees the child: the first password goes to the
 * guardian, and one parent must not shut the other out with it (ADR 26).
 */
@Service
public class ChildsWord {

  private final Accounts accounts;
  private final People people;
  private final ChildConsents needed;
  private final Consents consents;
  private final LinkStore links;
  private final LinkEnds ends;

  ChildsWord(
      Accounts accounts,
      People people,
      ChildConsents needed,
      Consents consents,
      LinkStore links,
      LinkEnds ends) {
    this.accounts = accounts;
    this.people = people;
    this.needed = needed;
    this.consents = consents;
    this.links = links;
    this.ends = ends;
  }

  /** Whether the person is a child old enough whose account lives on a guardian's contact. */
  @Transactional(readOnly = true)
  public boolean mayBeTakenBack(PersonId child) {
    return accounts.find(child).filter(it -> it.lentBy() != null).isPresent() && hasOwn(child);
  }

  /** By the birth date of the register, whoever's contact the account lives on. */
  boolean hasOwn(PersonId child) {
    return people.find(child).map(Person::birthDate).filter(needed::hasOwnWord).isPresent();
  }

  /**
   * By the child signed in, whether or not anybody had taken its word down: it may have been
   * younger then. False when there is no such account any more.
   */
  @Transactional
  public boolean takeBack(PersonId child, Said said) {
    var guardian = accounts.find(child).map(it -> it.lentBy()).orElse(null);
    return guardian != null
        && mayBeTakenBack(child)
        && links.between(guardian, child).stream()
            .filter(it -> it.kind() == LinkKind.GUARDIAN)
            .anyMatch(it -> end(it, said, Actor.of(child)));
  }

  /** With the word that the guardian had taken down. False when it was ended before. */
  boolean end(Link link, Said said, Actor by) {
    boolean withdrawn = consents.withdrawOwn(link.person(), link.guardian(), said, by);
    return ends.end(link, LinkEnd.CHILD_SAID_NO, by.id(), by) || withdrawn;
  }
}
