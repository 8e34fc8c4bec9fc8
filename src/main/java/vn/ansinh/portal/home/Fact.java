package vn.ansinh.portal.home;

import org.jspecify.annotations.Nullable;

/**
 * One line of what is known.
 *
 * @param masked what stands there until the person asks for the whole value; absent when it may be
 *     seen by whoever looks over the shoulder
 */
public record Fact(String label, String value, @Nullable String masked) {

  static Fact open(String label, String value) {
    return new Fact(label, value, null);
  }

  /** Two characters on each side and six dots, however long it is: {@code 01••••••41}. */
  static Fact hidden(String label, String value) {
    var tail = value.length() > 4 ? value.substring(value.length() - 2) : "";
    var head = value.length() > 4 ? value.substring(0, 2) : "";
    return new Fact(label, value, head + "••••••" + tail);
  }
}
