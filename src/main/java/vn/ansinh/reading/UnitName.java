package vn.ansinh.reading;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.ansinh.platform.SearchText;

/**
 * A unit's name taken apart: {@code Phường 03}, {@code P.3} and {@code phuong 3} are the same.
 *
 * @param kind in search form; empty where it is left out
 * @param name in search form
 */
record UnitName(String kind, String name) {

  private static final Pattern KIND =
      Pattern.compile(
          "(phuong|xa|thi tran|dac khu|quan|huyen|thi xa|thanh pho|tinh|tp|tx|tt|p|x|q|h|t) ?(.+)");
  private static final Pattern GLUED = Pattern.compile("([pqh]|tp)([0-9]+|hcm|hn)");
  private static final Pattern ZEROS = Pattern.compile("^0+(?=[0-9])");
  private static final Set<String> WARDS = Set.of("phuong", "xa", "thi tran", "dac khu");
  private static final Map<String, String> LONG =
      Map.of(
          "p",
          "phuong",
          "x",
          "xa",
          "tt",
          "thi tran",
          "q",
          "quan",
          "h",
          "huyen",
          "tx",
          "thi xa",
          "tp",
          "thanh pho",
          "t",
          "tinh");
  private static final Map<String, String> NICKNAMES =
      Map.of("hcm", "ho chi minh", "hn", "ha noi", "sai gon", "ho chi minh");

  static UnitName of(String written) {
    var text = GLUED.matcher(SearchText.of(written)).replaceFirst("$1 $2");
    var parts = KIND.matcher(text);
    if (parts.matches() && isWord(text, parts.end(1))) {
      var kind = parts.group(1);
      return new UnitName(LONG.getOrDefault(kind, kind), plain(parts.group(2)));
    }
    return new UnitName("", plain(text));
  }

  /**
   * Kinds are left out on cards, and change: a commune becomes a ward, a district a town. None
   * changes its level.
   */
  boolean mayBe(UnitName other) {
    return name.equals(other.name)
        && (kind.isEmpty() || WARDS.contains(kind) == WARDS.contains(other.kind));
  }

  private static boolean isWord(String text, int end) {
    return text.charAt(end) == ' ';
  }

  private static String plain(String name) {
    var bare = ZEROS.matcher(name).replaceFirst("");
    return NICKNAMES.getOrDefault(bare, bare);
  }
}
