package vn.ansinh.staff;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.SearchText;
import vn.ansinh.staff.FirstPasswords.Made;

/** Carries out what is decided. Joins the caller's transaction; asks nobody for leave. */
@Component
class OfficerChanges {

  private final OfficerStore store;
  private final Offices offices;
  private final FirstPasswords firstPasswords;
  private final Revocation revocation;
  private final Audit audit;
  private final Clock clock;

  OfficerChanges(
      OfficerStore store,
      Offices offices,
      FirstPasswords firstPasswords,
      Revocation revocation,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.offices = offices;
    this.firstPasswords = firstPasswords;
    this.revocation = revocation;
    this.audit = audit;
    this.clock = clock;
  }

  static OfficerDetails written(OfficerDetails typed) {
    return new OfficerDetails(
        typed.userName().strip(),
        SearchText.written(typed.fullName()),
        typed.officeCode().strip(),
        typed.roles());
  }

  static EnumSet<OfficerChange.Field> problems(OfficerDetails details) {
    var problems = EnumSet.noneOf(OfficerChange.Field.class);
    if (!Officers.USER_NAME.matcher(details.userName()).matches()) {
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

  static Map<String, String> codes(OfficerDetails details) {
    var roles =
        details.roles().stream().map(Role::name).collect(Collectors.toCollection(TreeSet::new));
    return Map.of("office", details.officeCode(), "roles", String.join(" ", roles));
  }

  OfficerChange add(OfficerDetails wanted, Made password, Actor actor) {
    if (offices.open(wanted.officeCode()).isEmpty()) {
      return new OfficerChange.UnknownOffice();
    }
    var id = new OfficerId(Ids.next());
    if (!store.insert(id, wanted, clock.instant())) {
      return new OfficerChange.UserNameTaken();
    }
    record("OFFICER_ADDED", id, actor, codes(wanted));
    return firstPasswords.give(password, id, actor);
  }

  OfficerChange change(OfficerId id, OfficerDetails wanted, Actor actor) {
    if (offices.open(wanted.officeCode()).isEmpty()) {
      return new OfficerChange.UnknownOffice();
    }
    store.update(id, wanted);
    record("OFFICER_CHANGED", id, actor, codes(wanted));
    return new OfficerChange.Done();
  }

  OfficerChange deactivate(OfficerId id, OfficerId by) {
    store.deactivate(id, by, clock.instant());
    revocation.endEverything(id);
    record("OFFICER_DEACTIVATED", id, Actor.of(by), Map.of());
    return new OfficerChange.Done();
  }

  OfficerChange renewPassword(OfficerId id, Made password, Actor actor) {
    var made = firstPasswords.give(password, id, actor);
    revocation.endEverything(id);
    return made;
  }

  OfficerChange resetSecondFactor(OfficerId id, Actor actor) {
    store.forgetSecondFactor(id);
    revocation.endEverything(id);
    record("OFFICER_SECOND_FACTOR_RESET", id, actor, Map.of());
    return new OfficerChange.Done();
  }

  private void record(String action, OfficerId id, Actor actor, Map<String, String> details) {
    audit.record(action, actor, Subject.of("officer", id.value()), details);
  }
}
