package vn.ansinh.web;

import org.jspecify.annotations.Nullable;

/** One choice of a select or of radio cards. */
public record Option(String value, String label, @Nullable String hint) {

  public Option(String value, String label) {
    this(value, label, null);
  }
}
