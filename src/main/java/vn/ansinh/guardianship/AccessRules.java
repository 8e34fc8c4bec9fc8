package vn.ansinh.guardianship;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.people.Person;
import vn.ansinh.people.PersonStatus;

/**
 * The one place that says what a link allows on a day. It looks at nothing but the row, the two
 * entries of the register and the day, so it can be asked at every request and is never out of
 * date.
 */
final class AccessRules {

  /** What the register says of somebody, as far as it matters here. */
  record Party(BirthDate born, boolean living) {

    static Party of(Person person) {
      return new Party(person.birthDate(), person.status() == PersonStatus.ACTIVE);
    }
  }

  private AccessRules() {}

  /**
   * What the link allows; empty for nothing.
   *
   * @param today in Vietnam
   */
  static Optional<Right> right(Link link, Party person, Party guardian, LocalDate today) {
    if (link.endedAt() != null || ending(link, person, guardian, today) != null) {
      return Optional.empty();
    }
    var most =
        link.kind() == LinkKind.CARER
                || Ages.isCertainlyUnder(person.born(), Ages.OWN_ACCOUNT, today)
            ? Right.ACT
            : Right.LOOK;
    return Optional.of(most.includes(link.scope()) ? link.scope() : most);
  }

  /** Why the link allows nothing any more although nobody has ended it; null while it does. */
  static @Nullable LinkEnd ending(Link link, Party person, Party guardian, LocalDate today) {
    if (!person.living() || !guardian.living()) {
      return LinkEnd.DEATH;
    }
    if (link.kind() == LinkKind.CARER) {
      var lastDay = link.lastDay();
      return lastDay == null || today.isAfter(lastDay) ? LinkEnd.TERM_OVER : null;
    }
    return Ages.isCertainlyUnder(person.born(), Ages.GROWN_UP, today) ? null : LinkEnd.OF_AGE;
  }
}
