package vn.ansinh.people;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.people.Registered.Added;
import vn.ansinh.people.Registered.NumberTaken;
import vn.ansinh.platform.PersonId;

/**
 * The face of the register. Nobody's number can be given twice: two callers who add the same number
 * at the same time get one {@link Added} and one {@link NumberTaken}, decided by the database.
 */
@Service
public class People {

  private final PersonStore persons;
  private final NumberClaimStore claims;
  private final PersonChangeStore changes;
  private final Audit audit;

  People(PersonStore persons, NumberClaimStore claims, PersonChangeStore changes, Audit audit) {
    this.persons = persons;
    this.claims = claims;
    this.changes = changes;
    this.audit = audit;
  }

  public Optional<Person> find(PersonId id) {
    return persons.find(id);
  }

  /**
   * @param number a normalised social-insurance number (10 digits) or personal id (12 digits);
   *     anything else finds nobody
   */
  public Optional<Person> byNumber(String number) {
    return persons.find(holder(number).orElseGet(PersonId::next));
  }

  /**
   * Whose number it is, and nothing of what the register says of them: one statement and no sealed
   * column, whether somebody is found or nobody.
   *
   * @param number as of {@link #byNumber}
   */
  public Optional<PersonId> holder(String number) {
    return number.length() == 12 ? claims.ofPersonalId(number) : claims.ofNumber(number);
  }

  /**
   * Living people with exactly this name (letter case and tone placement aside), this date to the
   * same precision, and this number on one of their papers. Does the same work whether somebody is
   * found or nobody; a page in front of it must still answer both alike.
   *
   * @param paperNumber normalised: personal id, old card or passport
   */
  public List<Person> matching(String fullName, BirthDate birthDate, String paperNumber) {
    return persons
        .withNameDateAndPaper(PersonNames.searchForm(fullName), birthDate, paperNumber)
        .stream()
        .filter(it -> PersonNames.same(it.fullName(), fullName))
        .toList();
  }

  /**
   * Whether a paper's number stands in the register for somebody else: as their personal id or as
   * the number of a paper of theirs, of whatever kind.
   *
   * @param number normalised
   */
  public boolean isOfAnother(String number, PersonId person) {
    return claims.ofPersonalId(number).filter(it -> !it.equals(person)).isPresent()
        || persons.isPaperOfAnother(number, person);
  }

  /** The members of a household, the oldest first. */
  public List<Person> household(String householdCode) {
    return persons.ofHousehold(householdCode);
  }

  /** The latest change first. */
  public List<PersonChange> history(PersonId id) {
    return changes.of(id);
  }

  /** Adds one person; see {@link Arrivals} for many at once. */
  @Transactional
  public Registered add(NewPerson person, Actor by) {
    var id = PersonId.next();
    var holder = claims.claim(person, id);
    if (!holder.equals(id)) {
      return new NumberTaken(holder);
    }
    persons.insert(id, person);
    audit.record("PERSON_REGISTERED", by, Subject.of(id));
    return new Added(id);
  }
}
