package vn.ansinh.portal.registration;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.registration.Field;

/**
 * Which fields hold what a scanned card said, as they stand now.
 *
 * @param addressToChoose the card's address, while its ward could not be told and none is chosen
 */
public record CardMarks(Set<Field> fields, @Nullable String addressToChoose) {

  /** By the name of a {@link Field}. */
  public boolean has(String field) {
    return fields.contains(Field.valueOf(field));
  }

  /** Whether any of these fields does, by their names. */
  public boolean any(String... names) {
    return Stream.of(names).anyMatch(this::has);
  }
}
