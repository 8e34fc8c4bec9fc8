package vn.ansinh.datarights;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ansinh.audit.Line;

/**
 * Something that was done with a person's records, as it is told to that person: never who an
 * officer is, but from where and as what.
 *
 * @param purpose what a look was for where one kind of look serves several ends, as on the trail;
 *     empty otherwise
 * @param officeCode of the officer at that moment; absent for others, and for officers the trail
 *     places nowhere
 * @param roles of the officer at that moment, by name
 */
public record Trace(
    Instant at,
    Deed deed,
    Who who,
    String purpose,
    @Nullable String officeCode,
    Set<String> roles,
    Line.Mark mark) {

  /** In which quality somebody acted. */
  public enum Who {
    /** The person whom it is about. */
    YOURSELF,
    OFFICER,
    /** A guardian, a carer, or whoever held such a link. */
    ANOTHER_PERSON,
    /** Somebody not signed in. */
    VISITOR,
    /** Whoever runs the machine, by a command on it. */
    OPERATOR,
    /** A job nobody started. */
    SYSTEM
  }
}
