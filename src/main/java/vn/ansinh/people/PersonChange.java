package vn.ansinh.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.ansinh.audit.Actor;

/**
 * One fact of a person that the register changed.
 *
 * @param from absent where the register knew nothing before
 * @param to absent where it knows nothing any longer
 */
public record PersonChange(
    Field field, @Nullable String from, @Nullable String to, Instant at, Actor by) {

  /** The facts whose changes are kept. */
  public enum Field {
    SOCIAL_INSURANCE_NUMBER,
    PERSONAL_ID,
    FULL_NAME,
    BIRTH_DATE,
    SEX,
    OLD_CARD,
    PASSPORT,
    ADDRESS,
    PHONE,
    EMAIL,
    CONTACT_PERSON,
    HOUSEHOLD_CODE,
    HOUSEHOLD_RELATION,
    ETHNIC_GROUP,
    NATIONALITY
  }
}
