package vn.ansinh.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Account;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.Taking;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.PersonId;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;

/**
 * Finding the account of somebody who stands at the counter: by the whole number only, among the
 * people the officer's office serves, as seldom as {@link RegisterSearch}, every search on the
 * trail.
 */
@Service
public class AccountSearch {

  private static final Map<String, String> PURPOSE = Map.of("purpose", "account-recovery");

  private final People people;
  private final Accounts accounts;
  private final Offices offices;
  private final Budgets budgets;
  private final LookUpSettings settings;
  private final Decoys decoys;
  private final Audit audit;

  AccountSearch(
      People people,
      Accounts accounts,
      Offices offices,
      Budgets budgets,
      LookUpSettings settings,
      Decoys decoys,
      Audit audit) {
    this.people = people;
    this.accounts = accounts;
    this.offices = offices;
    this.budgets = budgets;
    this.settings = settings;
    this.decoys = decoys;
    this.audit = audit;
  }

  /**
   * @param number a social-insurance number or personal id, normalised
   */
  @Transactional
  public FoundAccount find(String number, Officer officer) {
    if (!officer.may(Permission.RECOVER)) {
      return new FoundAccount.Nobody();
    }
    var spent = spentUntil(officer);
    if (spent.isPresent()) {
      record("ACCOUNT_SEARCH_REFUSED", officer, 0);
      return new FoundAccount.TooMany(spent.get());
    }
    var person = people.byNumber(number).filter(it -> serves(officer, it));
    var account = person.map(Person::id).flatMap(this::own);
    record("ACCOUNT_SEARCHED", officer, account.isPresent() ? 1 : 0);
    if (account.isEmpty()) {
      return new FoundAccount.Nobody();
    }
    audit.record("PERSON_SEEN", Actor.of(officer.id()), Subject.of(person.get().id()), PURPOSE);
    decoys.watch(person.get(), PURPOSE, officer);
    return new FoundAccount.Found(person.get(), account.get());
  }

  /** Who was found before and may still be helped by this officer. */
  Optional<Person> servable(PersonId person, Officer officer) {
    return officer.may(Permission.RECOVER)
        ? people
            .find(person)
            .filter(it -> serves(officer, it))
            .filter(it -> own(it.id()).isPresent())
        : Optional.empty();
  }

  /** A child's account is reached by the guardian's contacts: the guardian recovers those. */
  private Optional<Account> own(PersonId person) {
    return accounts.find(person).filter(it -> it.lentBy() == null);
  }

  /**
   * People live where an office serves; whom the register places nowhere the agency itself helps.
   */
  private boolean serves(Officer officer, Person person) {
    var address = person.address();
    var serving =
        address == null ? List.<Office>of() : offices.suggest(address.layer(), address.wardCode());
    return serving.isEmpty()
        ? officer.officeCode().equals(Office.ROOT)
        : serving.stream().anyMatch(it -> offices.covers(officer.officeCode(), it.code()));
  }

  private Optional<Instant> spentUntil(Officer officer) {
    return Stream.of(settings.hourly(), settings.daily())
        .map(it -> budgets.take(it, officer.id().value().toString()))
        .flatMap(it -> it instanceof Taking.Spent(var until) ? Stream.of(until) : Stream.empty())
        .findFirst();
  }

  private void record(String action, Officer officer, int found) {
    audit.record(
        action,
        Actor.of(officer.id()),
        Subject.of("officer", officer.id().value()),
        Map.of("found", Integer.toString(found)));
  }
}
