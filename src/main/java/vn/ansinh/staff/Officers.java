package vn.ansinh.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.PasswordHashing;
import vn.ansinh.platform.SearchText;
import vn.ansinh.platform.Secrets;

/**
 * Who works for the agency. Administrators act within their own office and those below it, never on
 * themselves; every change is audited and acts at the officer's next request.
 */
@Service
public class Officers {

  /** How long a password handed over on paper is good. */
  public static final Duration FIRST_PASSWORD_GOOD_FOR = Duration.ofHours(72);

  private static final String UNMISTAKABLE = "abcdefghjkmnpqrstuvwxyz23456789";
  static final Pattern USER_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");

  private final OfficerStore store;
  private final Revocation revocation;
  private final Offices offices;
  private final PasswordHashing passwords;
  private final Audit audit;
  private final Clock clock;

  Officers(
      OfficerStore store,
      Revocation revocation,
      Offices offices,
      PasswordHashing passwords,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.revocation = revocation;
    this.offices = offices;
    this.passwords = passwords.withOwnPlaces();
    this.audit = audit;
    this.clock = clock;
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

  /** For the operator and for the demo, who have no office themselves. */
  @Transactional
  public OfficerChange add(OfficerDetails details, Actor actor) {
    var written = written(details);
    var invalid = problems(written);
    if (!invalid.isEmpty()) {
      return new OfficerChange.Invalid(invalid);
    }
    if (offices.open(written.officeCode()).isEmpty()) {
      return new OfficerChange.UnknownOffice();
    }
    var id = new OfficerId(Ids.next());
    if (!store.insert(id, written, clock.instant())) {
      return new OfficerChange.UserNameTaken();
    }
    audit.record("OFFICER_ADDED", actor, Subject.of("officer", id.value()), codes(written));
    return firstPassword(id, actor);
  }

  @Transactional
  public OfficerChange add(OfficerDetails details, Officer by) {
    if (!by.may(Permission.ADMINISTER)) {
      return new OfficerChange.NotFound();
    }
    return offices.covers(by.officeCode(), details.officeCode())
        ? add(details, Actor.of(by.id()))
        : new OfficerChange.UnknownOffice();
  }

  /** Name, office and roles; the user name stays. */
  @Transactional
  public OfficerChange change(OfficerId id, OfficerDetails details, Officer by) {
    return order(
        id,
        by,
        () -> {
          var written = written(details);
          var invalid = problems(written);
          if (!invalid.isEmpty()) {
            return new OfficerChange.Invalid(invalid);
          }
          if (offices.open(written.officeCode()).isEmpty()
              || !offices.covers(by.officeCode(), written.officeCode())) {
            return new OfficerChange.UnknownOffice();
          }
          store.update(id, written);
          record("OFFICER_CHANGED", id, by, codes(written));
          return new OfficerChange.Done();
        });
  }

  /** Ends all sessions at once; what the officer had in hand stays assigned until shared out. */
  @Transactional
  public OfficerChange deactivate(OfficerId id, Officer by) {
    return order(
        id,
        by,
        () -> {
          store.deactivate(id, by.id(), clock.instant());
          revocation.endEverything(id);
          record("OFFICER_DEACTIVATED", id, by, Map.of());
          return new OfficerChange.Done();
        });
  }

  /** A new first password for who forgot it or comes back; ends all sessions and sign-ins. */
  @Transactional
  public OfficerChange renewPassword(OfficerId id, Officer by) {
    return order(
        id,
        by,
        () -> {
          var made = firstPassword(id, Actor.of(by.id()));
          revocation.endEverything(id);
          return made;
        });
  }

  /** For a lost phone: the next sign-in enrols another one. Ends all sessions and sign-ins. */
  @Transactional
  public OfficerChange resetSecondFactor(OfficerId id, Officer by) {
    return order(
        id,
        by,
        () -> {
          store.forgetSecondFactor(id);
          revocation.endEverything(id);
          record("OFFICER_SECOND_FACTOR_RESET", id, by, Map.of());
          return new OfficerChange.Done();
        });
  }

  private OfficerChange order(OfficerId id, Officer by, Supplier<OfficerChange> work) {
    if (id.equals(by.id())) {
      return new OfficerChange.Yourself();
    }
    var visible =
        store.find(id).filter(it -> offices.covers(by.officeCode(), it.officeCode())).isPresent();
    return visible && by.may(Permission.ADMINISTER) ? work.get() : new OfficerChange.NotFound();
  }

  private OfficerChange firstPassword(OfficerId id, Actor actor) {
    var password = Secrets.random(UNMISTAKABLE, 16).replaceAll("(.{4})(?!$)", "$1-");
    var until = clock.instant().plus(FIRST_PASSWORD_GOOD_FOR);
    store.setFirstPassword(id, passwords.hash(password), until);
    audit.record("OFFICER_FIRST_PASSWORD_MADE", actor, Subject.of("officer", id.value()));
    return new OfficerChange.FirstPassword(id, password, until);
  }

  private void record(String action, OfficerId id, Officer by, Map<String, String> details) {
    audit.record(action, Actor.of(by.id()), Subject.of("officer", id.value()), details);
  }

  private static OfficerDetails written(OfficerDetails typed) {
    return new OfficerDetails(
        typed.userName().strip(),
        SearchText.written(typed.fullName()),
        typed.officeCode().strip(),
        typed.roles());
  }

  private static EnumSet<OfficerChange.Field> problems(OfficerDetails details) {
    var problems = EnumSet.noneOf(OfficerChange.Field.class);
    if (!USER_NAME.matcher(details.userName()).matches()) {
      problems.add(OfficerChange.Field.USER_NAME);
    }
    var length = details.fullName().codePointCount(0, details.fullName().length());
    if (length < 2
        || length > 100
        || details.fullName().chars().anyMatch(Character::isISOControl)) {
      problems.add(OfficerChange.Field.FULL_NAME);
    }
    if (details.roles().isEmpty()) {
      problems.add(OfficerChange.Field.ROLES);
    }
    return problems;
  }

  private static Map<String, String> codes(OfficerDetails details) {
    var roles =
        details.roles().stream().map(Role::name).collect(Collectors.toCollection(TreeSet::new));
    return Map.of("office", details.officeCode(), "roles", String.join(" ", roles));
  }
}
