package vn.ansinh.portal.registration;

import org.jspecify.annotations.Nullable;

/**
 * A date as typed into three boxes, kept as one text: {@code 15/1/1990}, {@code 1/1990}, {@code
 * 1990}.
 */
public record ThreeBoxes(String day, String month, String year) {

  public static String join(@Nullable String day, @Nullable String month, @Nullable String year) {
    var d = strip(day);
    var m = strip(month);
    var y = strip(year);
    if (!d.isEmpty()) {
      return d + "/" + m + "/" + y;
    }
    return m.isEmpty() ? y : m + "/" + y;
  }

  public static ThreeBoxes split(String joined) {
    var parts = joined.split("/", -1);
    return switch (parts.length) {
      case 1 -> new ThreeBoxes("", "", parts[0]);
      case 2 -> new ThreeBoxes("", parts[0], parts[1]);
      default -> new ThreeBoxes(parts[0], parts[1], parts[2]);
    };
  }

  private static String strip(@Nullable String typed) {
    return typed == null ? "" : typed.strip().replace("/", "");
  }
}
