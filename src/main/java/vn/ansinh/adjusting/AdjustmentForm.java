package vn.ansinh.adjusting;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.ansinh.identity.PaperKind;

/**
 * What a person has chosen and typed, word for word.
 *
 * @param language {@code vi} or {@code en}
 */
public record AdjustmentForm(Set<Item> items, Map<AdjustmentField, String> typed, String language) {

  private static final int LONGEST = 2_000;

  public AdjustmentForm {
    items = items.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(items));
    var kept = new EnumMap<AdjustmentField, String>(AdjustmentField.class);
    typed.forEach((field, text) -> kept.put(field, cut(text)));
    typed = Collections.unmodifiableMap(kept);
  }

  static AdjustmentForm empty(Locale language) {
    return new AdjustmentForm(
        Set.of(), Map.of(), language.getLanguage().equals("vi") ? "vi" : "en");
  }

  /** Empty where nothing was typed. */
  public String typed(AdjustmentField field) {
    return typed.getOrDefault(field, "");
  }

  public boolean has(Item item) {
    return items.contains(item);
  }

  public AdjustmentForm choosing(Set<Item> chosen) {
    return new AdjustmentForm(chosen, typed, language);
  }

  public AdjustmentForm with(Map<AdjustmentField, String> more) {
    var all = new EnumMap<AdjustmentField, String>(AdjustmentField.class);
    all.putAll(typed);
    all.putAll(more);
    return new AdjustmentForm(items, all, language);
  }

  /** As chosen, where it is one. */
  public Optional<PaperKind> paperKind() {
    return Stream.of(PaperKind.values())
        .filter(it -> it.name().equals(typed(AdjustmentField.PAPER_KIND)))
        .findFirst();
  }

  Optional<AdjustmentReason> reason() {
    return Stream.of(AdjustmentReason.values())
        .filter(it -> it.name().equals(typed(AdjustmentField.REASON)))
        .findFirst();
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  @Override
  public String toString() {
    return "AdjustmentForm";
  }
}
