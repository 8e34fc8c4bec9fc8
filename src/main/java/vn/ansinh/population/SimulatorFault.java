package vn.ansinh.population;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How the simulator can be told to go wrong. */
enum SimulatorFault {
  NONE,
  /** Answers rightly, after ten seconds. */
  SLOW,
  /** Answers rightly, a byte every fifth of a second. */
  DRIP,
  /** 503, signed by nobody. */
  DOWN,
  /** Takes the question and hangs up. */
  HANG_UP,
  /** Says itself that it cannot answer. */
  UNAVAILABLE,
  /** A verdict the protocol does not know. */
  WRONG,
  /** Signed with another key under the right name. */
  FORGED,
  /** Changed to a match after it was signed, and the digest with it. */
  TAMPERED,
  /** Changed to a match after it was signed; the digest is the old one. */
  DAMAGED,
  /** Signed ten minutes ago. */
  STALE,
  /** Signed answer to an earlier question. */
  REPEATED,
  UNSIGNED,
  TOO_LONG,
  NOT_JSON,
  REDIRECT,
  /** 400. */
  REFUSED;

  static Optional<SimulatorFault> of(String name) {
    return Stream.of(values())
        .filter(it -> it.word().equals(name.strip().toLowerCase(Locale.ROOT)))
        .findAny();
  }

  /** As it is typed. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
