package vn.ansinh.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a visitor wants pages to look: kept in two cookies that tell nothing about anybody, put on
 * the root of every page of the portal, and done by tokens.css alone.
 *
 * @param text size of the text in hundredths; absent for the browser's own
 * @param contrast {@code more}, or absent for what the browser asks for
 */
public record Display(@Nullable String text, @Nullable String contrast) {

  public static final List<String> TEXTS = List.of("100", "125", "150", "200");
  public static final List<String> CONTRASTS = List.of("auto", "more");

  static final String TEXT_COOKIE = "text-size";
  static final String CONTRAST_COOKIE = "contrast";

  /** Whatever a form or a cookie says, only what there is. */
  public static Display known(@Nullable String text, @Nullable String contrast) {
    return new Display(
        text != null && TEXTS.indexOf(text) > 0 ? text : null,
        contrast != null && CONTRASTS.indexOf(contrast) > 0 ? contrast : null);
  }

  static Display of(HttpServletRequest request) {
    return known(value(request, TEXT_COOKIE), value(request, CONTRAST_COOKIE));
  }

  public String chosenText() {
    return text == null ? TEXTS.getFirst() : text;
  }

  public String chosenContrast() {
    return contrast == null ? CONTRASTS.getFirst() : contrast;
  }

  private static @Nullable String value(HttpServletRequest request, String name) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(it -> it.getName().equals(name))
        .map(it -> it.getValue())
        .findFirst()
        .orElse(null);
  }
}
