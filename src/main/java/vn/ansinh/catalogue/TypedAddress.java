package vn.ansinh.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.ansinh.platform.SearchText;

/** How people shorten addresses: {@code q7}, {@code p.12}, {@code tp hcm}. */
final class TypedAddress {

  private static final Pattern KIND =
      Pattern.compile("^(phuong|xa|thi tran|dac khu|quan|huyen|thi xa|thanh pho|tinh) (?=.)");
  private static final Pattern SHORT_NUMBERED = Pattern.compile("([pq])(\\d{1,2})");
  private static final Map<String, List<String>> SHORT =
      Map.of(
          "p", List.of("phuong"),
          "q", List.of("quan"),
          "tp", List.of("thanh", "pho"),
          "tt", List.of("thi", "tran"),
          "tx", List.of("thi", "xa"),
          "tphcm", List.of("hcm"),
          "tphn", List.of("ha", "noi"));
  private static final Map<String, String> NICKNAMES = Map.of("79", "hcm sai gon sg", "01", "hn");

  private TypedAddress() {}

  /** The words typed in search form, shorthand written out. */
  static List<String> words(String typed) {
    return Arrays.stream(SearchText.of(typed).split(" "))
        .filter(it -> !it.isEmpty())
        .flatMap(TypedAddress::longForm)
        .limit(12)
        .toList();
  }

  static String withoutKind(String searchForm) {
    return KIND.matcher(searchForm).replaceFirst("");
  }

  /** What a province is called besides its name, in search form. */
  static String nicknames(AdministrativeUnit province) {
    return NICKNAMES.getOrDefault(province.code(), "");
  }

  private static Stream<String> longForm(String word) {
    var numbered = SHORT_NUMBERED.matcher(word);
    if (numbered.matches()) {
      return Stream.of(numbered.group(1).equals("q") ? "quan" : "phuong", numbered.group(2));
    }
    var words = SHORT.get(word);
    return words == null ? Stream.of(word) : words.stream();
  }
}
