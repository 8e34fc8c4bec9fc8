package vn.ansinh.staff;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import vn.ansinh.audit.Actor;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.platform.OfficerId;

/**
 * Who works for the agency. Administrators act within their own office and those below it, never on
 * themselves. What takes rights away is done at once and acts at the officer's next request; what
 * gives rights or credentials only becomes a {@link Proposal} that another administrator confirms
 * (OWASP ASVS 5.0, V2.3.5). Every step is audited.
 */
@Service
public class Officers {

  /** How long a password handed over on paper is good. */
  public static final Duration FIRST_PASSWORD_GOOD_FOR = FirstPasswords.GOOD_FOR;

  static final Pattern USER_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");

  private final OfficerStore store;
  private final OfficerChanges changes;
  private final FirstPasswords firstPasswords;
  private final Proposing proposing;
  private final Offices offices;
  private final TransactionOperations transaction;

  Officers(
      OfficerStore store,
      OfficerChanges changes,
      FirstPasswords firstPasswords,
      Proposing proposing,
      Offices offices,
      TransactionOperations transaction) {
    this.store = store;
    this.changes = changes;
    this.firstPasswords = firstPasswords;
    this.proposing = proposing;
    this.offices = offices;
    this.transaction = transaction;
  }

  public Optional<Officer> find(OfficerId id) {
    return store.find(id);
  }

  public Optional<Officer> byUserName(String userName) {
    return store.byUserName(userName);
  }

  /** Working in one of these offices, deactivated ones too, by office and name. */
  public List<Officer> in(Collection<String> officeCodes) {
    return store.in(officeCodes);
  }

  /** Those the officer sees: of the own office and all below. */
  public List<Officer> visibleTo(Officer officer) {
    return store.in(offices.codesUnder(officer.officeCode()));
  }

  /** At once, for the operator of the machine and for the demo, who have no office themselves. */
  public OfficerChange add(OfficerDetails details, Actor actor) {
    var written = OfficerChanges.written(details);
    var invalid = OfficerChanges.problems(written);
    if (!invalid.isEmpty()) {
      return new OfficerChange.Invalid(invalid);
    }
    var password = firstPasswords.make();
    return Objects.requireNonNull(transaction.execute(_ -> changes.add(written, password, actor)));
  }

  /** Proposes somebody new. */
  @Transactional
  public OfficerChange add(OfficerDetails details, Officer by) {
    if (!by.may(Permission.ADMINISTER)) {
      return new OfficerChange.NotFound();
    }
    var written = OfficerChanges.written(details);
    var invalid = OfficerChanges.problems(written);
    if (!invalid.isEmpty()) {
      return new OfficerChange.Invalid(invalid);
    }
    if (!works(by, written.officeCode())) {
      return new OfficerChange.UnknownOffice();
    }
    return store.byUserName(written.userName()).isPresent()
        ? new OfficerChange.UserNameTaken()
        : proposing.propose(Proposal.Kind.ADD, null, written, by);
  }

  /** Name, office and roles; the user name stays. More roles or another office are proposed. */
  @Transactional
  public OfficerChange change(OfficerId id, OfficerDetails details, Officer by) {
    return order(
        id,
        by,
        officer -> {
          var typed = OfficerChanges.written(details);
          var wanted =
              new OfficerDetails(
                  officer.userName(), typed.fullName(), typed.officeCode(), typed.roles());
          var invalid = OfficerChanges.problems(wanted);
          if (!invalid.isEmpty()) {
            return new OfficerChange.Invalid(invalid);
          }
          if (!works(by, wanted.officeCode())) {
            return new OfficerChange.UnknownOffice();
          }
          if (givesRights(officer, wanted)) {
            return proposing.propose(Proposal.Kind.CHANGE, id, wanted, by);
          }
          proposing.overtake(officer.userName(), Proposal.Kind.CHANGE);
          return changes.change(id, wanted, Actor.of(by.id()));
        });
  }

  /** Ends all sessions at once; what the officer had in hand stays assigned until shared out. */
  @Transactional
  public OfficerChange deactivate(OfficerId id, Officer by) {
    return order(
        id,
        by,
        officer -> {
          proposing.overtake(officer.userName(), Proposal.Kind.values());
          return changes.deactivate(id, by.id());
        });
  }

  /** Proposes a new first password for who forgot it or comes back. */
  @Transactional
  public OfficerChange renewPassword(OfficerId id, Officer by) {
    return order(
        id,
        by,
        officer ->
            proposing.propose(Proposal.Kind.FIRST_PASSWORD, id, OfficerDetails.of(officer), by));
  }

  /** Proposes, for a lost phone, that the next sign-in enrols another one. */
  @Transactional
  public OfficerChange resetSecondFactor(OfficerId id, Officer by) {
    return order(
        id,
        by,
        officer ->
            proposing.propose(Proposal.Kind.SECOND_FACTOR, id, OfficerDetails.of(officer), by));
  }

  private OfficerChange order(OfficerId id, Officer by, Function<Officer, OfficerChange> work) {
    if (id.equals(by.id())) {
      return new OfficerChange.Yourself();
    }
    return store
        .find(id)
        .filter(it -> by.may(Permission.ADMINISTER))
        .filter(it -> offices.covers(by.officeCode(), it.officeCode()))
        .map(work)
        .orElseGet(OfficerChange.NotFound::new);
  }

  private boolean works(Officer by, String officeCode) {
    return offices.open(officeCode).isPresent() && offices.covers(by.officeCode(), officeCode);
  }

  /** Another office, unless below the present one, shows other people's files. */
  private boolean givesRights(Officer officer, OfficerDetails wanted) {
    return !officer.roles().containsAll(wanted.roles())
        || !offices.covers(officer.officeCode(), wanted.officeCode());
  }
}
