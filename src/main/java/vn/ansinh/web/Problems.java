package vn.ansinh.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form: field name to sentence, in the order of the page. Shown in the summary
 * on top (each a link to its field) and beside the field.
 */
public final class Problems {

  public static final Problems NONE = new Problems();

  private final Map<String, String> byField = new LinkedHashMap<>();

  /** Adds a problem unless the field already has one: people put right one thing at a time. */
  public Problems add(String field, String sentence) {
    if (this == NONE) {
      throw new IllegalStateException("NONE is shared");
    }
    byField.putIfAbsent(field, sentence);
    return this;
  }

  public @Nullable String of(String field) {
    return byField.get(field);
  }

  public boolean any() {
    return !byField.isEmpty();
  }

  public Map<String, String> all() {
    return Collections.unmodifiableMap(byField);
  }
}
