package vn.ansinh.federation;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.people.PersonStatus;
import vn.ansinh.platform.VietnamTime;

/**
 * Whom a provider means: the living person whose personal id, name and birth date the register has
 * as the provider says them, today. Children below 15 use their account through a guardian
 * (requirement R16) and are nobody here.
 */
@Component
class RegisterMatch {

  private static final int OF_AGE_FOR_AN_ACCOUNT = 15;

  private final People people;
  private final Clock clock;

  RegisterMatch(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  Optional<Person> find(ProvedIdentity identity) {
    return people
        .byNumber(identity.personalId())
        .filter(it -> it.status() == PersonStatus.ACTIVE)
        .filter(it -> identity.personalId().equals(it.personalId()))
        .filter(it -> PersonNames.same(it.fullName(), identity.fullName()))
        .filter(it -> proves(identity.birthDate(), it.birthDate()))
        .filter(it -> it.birthDate().ageOn(VietnamTime.today(clock)) >= OF_AGE_FOR_AN_ACCOUNT);
  }

  /**
   * A register that knows the year alone is content with a whole date of that year; a year alone
   * proves no day.
   */
  static boolean proves(BirthDate said, BirthDate registered) {
    return said.agreesWith(registered) && said.precision().compareTo(registered.precision()) <= 0;
  }
}
