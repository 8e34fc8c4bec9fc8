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

/** Whom of the register an application is about. */
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

  /**
   * One guardian applies for one number once at a time. Whether the register knows the child makes
   * no difference, or the answer would tell; others are not kept from applying for the same child.
   */
  byte[] claim(ChildApplication application, ChildForm form) {
    return secrets.hash(
        "guardianship.typed",
        application.guardian().value() + ":" + number(form.number()).orElse(""));
  }
}
