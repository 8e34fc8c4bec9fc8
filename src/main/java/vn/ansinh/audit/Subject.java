package vn.ansinh.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.PersonId;

/**
 * What is acted on.
 *
 * @param kind the noun of the module that owns it, such as {@code declaration}
 * @param id the record's id or code; never a number or a name of a person
 * @param person whose record it is, where it is somebody's
 */
public record Subject(String kind, String id, @Nullable PersonId person) {

  public static Subject of(String kind, UUID id) {
    return new Subject(kind, id.toString(), null);
  }

  public static Subject of(String kind, String id) {
    return new Subject(kind, id, null);
  }

  public static Subject of(String kind, UUID id, PersonId person) {
    return new Subject(kind, id.toString(), person);
  }

  public static Subject of(PersonId person) {
    return new Subject("person", person.value().toString(), person);
  }
}
