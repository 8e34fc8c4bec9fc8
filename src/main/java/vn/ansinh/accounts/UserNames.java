package vn.ansinh.accounts;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ansinh.identity.IdentityDocuments;
import vn.ansinh.identity.NumberCheck;
import vn.ansinh.people.People;
import vn.ansinh.platform.PersonId;

/**
 * Who is meant by a user name: the social-insurance number (requirement R13) or the personal id, as
 * the register knows them today, so that a number corrected there signs in from the same moment.
 * Nothing else of the person is read: opening what is sealed would tell by its time who is there.
 */
@Component
class UserNames {

  private static final String NOBODY = "-";

  private final People people;

  UserNames(People people) {
    this.people = people;
  }

  Optional<PersonId> personOf(String typed) {
    var number = plain(typed);
    return number.equals(NOBODY) ? Optional.empty() : people.holder(number);
  }

  /** One spelling for every way of typing a number; one for everything that is none. */
  static String plain(String typed) {
    return switch (IdentityDocuments.socialInsuranceNumber(typed)) {
      case NumberCheck.Valid(var number) -> number;
      case NumberCheck.Invalid _ -> NOBODY;
    };
  }
}
