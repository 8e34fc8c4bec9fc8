package vn.ansinh.guardianship;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ansinh.identity.IdentityDocuments;
import vn.ansinh.identity.NumberCheck;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.people.PersonStatus;
import vn.ansinh.platform.Secrets;

/**
 * Whom of the register an application is about. Somebody who knows only the number on a child's
 * card is nobody's match and therefore blocks nobody.
 */
@Component
class ChildMatch {

  private final People people;
  private final Secrets secrets;

  ChildMatch(People people, Secrets secrets) {
    this.people = people;
    this.secrets = secrets;
  }

  /** Exactly theirs: number, name and whatever is known of the birth date. */
  Optional<Person> exact(ChildForm form) {
    return byNumber(form)
        .filter(it -> PersonNames.same(it.fullName(), form.fullName()))
        .filter(it -> form.born().filter(it.birthDate()::agreesWith).isPresent());
  }

  /** Whom the number belongs to, whatever else was typed; for officers to compare. */
  Optional<Person> byNumber(ChildForm form) {
    return number(form.number())
        .flatMap(people::byNumber)
        .filter(it -> it.status() == PersonStatus.ACTIVE);
  }

  static Optional<String> number(String typed) {
    return IdentityDocuments.socialInsuranceNumber(typed) instanceof NumberCheck.Valid(var number)
        ? Optional.of(number)
        : Optional.empty();
  }

  byte[] claim(Person child) {
    return secrets.hash("guardianship.child", child.id().value().toString());
  }

  /** Where the register knows no such child, the same guardian still applies once only. */
  byte[] claim(ChildApplication application, ChildForm form) {
    return secrets.hash(
        "guardianship.typed",
        application.guardian().value() + ":" + number(form.number()).orElse(""));
  }
}
