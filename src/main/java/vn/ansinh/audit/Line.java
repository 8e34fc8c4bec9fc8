package vn.ansinh.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the trail about somebody's record.
 *
 * @param officeCode where the officer who acted worked at that moment, as the trail says; absent
 *     where no officer acted
 * @param roles what the officer was there for at that moment, by name
 */
public record Line(
    UUID id,
    Instant happenedAt,
    String action,
    Actor actor,
    Subject subject,
    Map<String, String> details,
    @Nullable String officeCode,
    Set<String> roles) {

  public Line {
    details = Map.copyOf(details);
    roles = Set.copyOf(roles);
  }

  public Mark mark() {
    return new Mark(happenedAt, id);
  }

  /** A place between two lines; what is older comes after it. */
  public record Mark(Instant happenedAt, UUID id) {

    /** Before the newest line. */
    public static final Mark NEWEST =
        new Mark(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));
  }
}
