package vn.ansinh.people;

import java.util.List;

/**
 * One of many people arriving at once.
 *
 * @param line by which the caller knows the row again
 */
public record Arrival(long line, NewPerson person) {

  /** What became of many: counts, and the rows that were left out. */
  public record Outcome(int added, int changed, int unchanged, List<Refused> refused) {}

  /** A row that cannot be brought together with the register. Nothing of it was taken over. */
  public record Refused(long line, Reason reason) {}

  /** Why a row was left out. */
  public enum Reason {
    /** An earlier row of the same chunk has the number. */
    NUMBER_TWICE,
    /** An earlier row of the same chunk is the same person under the other number. */
    PERSON_TWICE,
    /** The register knows the two numbers as those of two people. */
    NUMBERS_OF_TWO_PEOPLE,
    /** The register knows the number under another name and another birth date. */
    NUMBER_OF_SOMEBODY_ELSE
  }
}
