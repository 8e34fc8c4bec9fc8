package vn.ansinh.support;

import java.nio.file.Path;

/**
 * The process these tests run in. Several may run side by side, each with a PostgreSQL and a
 * browser of its own; what is written to disk they must not share either.
 */
public final class Fork {

  /** Counted from one; one where nobody counts, as in an editor. */
  public static final String NUMBER = number();

  private Fork() {}

  /** A directory or file for this process alone, relative to the project. */
  public static Path path(String name) {
    return Path.of("target", "fork-" + NUMBER, name);
  }

  private static String number() {
    var given = System.getProperty("ansinh.test.fork", "");
    return given.matches("\\d+") ? given : "1";
  }
}
