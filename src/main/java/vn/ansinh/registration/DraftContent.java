package vn.ansinh.registration;

import java.util.EnumMap;
import java.util.Map;

/**
 * What has been typed so far, word for word: nothing is lost because it is not valid yet.
 *
 * @param step where the person left off
 * @param language {@code vi} or {@code en}
 * @param typed only fields that were ever sent
 */
public record DraftContent(Step step, String language, Map<Field, String> typed) {

  /** Far above every field's own limit, so that what is too long can be shown and corrected. */
  public static final int LONGEST = 10_000;

  public DraftContent {
    typed = Map.copyOf(typed);
  }

  public static DraftContent empty(String language) {
    return new DraftContent(Step.KIND, language, Map.of());
  }

  /** As typed; empty when it never was. */
  public String typed(Field field) {
    return typed.getOrDefault(field, "");
  }

  public boolean isTicked(Field field) {
    return typed(field).equals("true");
  }

  /** Replaces these fields and leaves the others; cuts what is longer than {@link #LONGEST}. */
  public DraftContent with(Map<Field, String> values) {
    var all = new EnumMap<Field, String>(Field.class);
    all.putAll(typed);
    values.forEach(
        (field, value) ->
            all.put(field, value.length() <= LONGEST ? value : value.substring(0, LONGEST)));
    return new DraftContent(step, language, all);
  }

  public DraftContent at(Step next) {
    return new DraftContent(next, language, typed);
  }

  public DraftContent in(String chosenLanguage) {
    return new DraftContent(step, chosenLanguage, typed);
  }
}
