package vn.ansinh.identity;

import java.util.Set;

/** What the population registry says to declared data. */
public sealed interface Verification {

  record Match() implements Verification {}

  /** The number is known, but not with these data. */
  record Mismatch(Set<Field> fields) implements Verification {}

  record NotFound() implements Verification {}

  /** Not connected or not answering; the applicant goes on with photos. */
  record Unavailable() implements Verification {}

  /** What was compared. */
  enum Field {
    FULL_NAME,
    BIRTH_DATE
  }
}
