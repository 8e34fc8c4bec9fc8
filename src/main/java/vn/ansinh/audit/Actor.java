package vn.ansinh.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.PersonId;

/**
 * Who acts.
 *
 * @param id of the person or officer; absent for visitors and for the system itself
 */
public record Actor(Kind kind, @Nullable UUID id) {

  public static final Actor VISITOR = new Actor(Kind.VISITOR, null);
  public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null);

  /** What acts: somebody not signed in, an insured person, an officer, or a job of the system. */
  public enum Kind {
    VISITOR,
    PERSON,
    OFFICER,
    SYSTEM
  }

  public static Actor of(PersonId person) {
    return new Actor(Kind.PERSON, person.value());
  }

  public static Actor of(OfficerId officer) {
    return new Actor(Kind.OFFICER, officer.value());
  }
}
