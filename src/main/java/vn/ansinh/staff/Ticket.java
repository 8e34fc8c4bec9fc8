package vn.ansinh.staff;

import java.util.Optional;
import java.util.UUID;

/** What a cookie holds: which row, and the secret that proves it. */
record Ticket(UUID id, String secret) {

  static Optional<Ticket> read(String value) {
    var dot = value.indexOf('.');
    if (dot != 36 || value.length() > 200) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Ticket(UUID.fromString(value.substring(0, dot)), value.substring(dot + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String value() {
    return id + "." + secret;
  }
}
