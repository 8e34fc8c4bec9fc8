package vn.ansinh.platform;

import java.util.UUID;

/**
 * An insured person, in every module: the first column of the key of every table of personal facts.
 * A person who declares a number that the register does not hold yet has one as well, until an
 * officer matches it.
 */
public record PersonId(UUID value) {

  public static PersonId next() {
    return new PersonId(Ids.next());
  }
}
