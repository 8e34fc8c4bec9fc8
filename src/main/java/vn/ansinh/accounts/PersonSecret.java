package vn.ansinh.accounts;

import java.util.Optional;
import java.util.UUID;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;

/**
 * What a cookie holds: whose it is, so that the row is found by the key of its table, and 256
 * random bits.
 */
record PersonSecret(PersonId person, String secret) {

  private static final int UUID_LENGTH = 36;
  private static final int LONGEST = 120;

  static PersonSecret next(PersonId person) {
    return new PersonSecret(person, Secrets.token(32));
  }

  static Optional<PersonSecret> parse(String value) {
    if (value.length() <= UUID_LENGTH + 1
        || value.length() > LONGEST
        || value.charAt(UUID_LENGTH) != '.') {
      return Optional.empty();
    }
    try {
      var person = new PersonId(UUID.fromString(value.substring(0, UUID_LENGTH)));
      return Optional.of(new PersonSecret(person, value.substring(UUID_LENGTH + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String value() {
    return person.value() + "." + secret;
  }

  @Override
  public String toString() {
    return "PersonSecret[" + person + "]";
  }
}
