package vn.ansinh.catalogue;

import java.util.stream.Stream;
import vn.ansinh.platform.SearchText;

/** Whether what somebody typed means an office. */
final class OfficeWords {

  private OfficeWords() {}

  /** Every word is the beginning of the code or of a word of name or address. */
  static boolean match(String query, Office office) {
    var address = office.address();
    var text = " " + SearchText.of(office.name() + " " + (address == null ? "" : address));
    return Stream.of(SearchText.of(query).split(" "))
        .allMatch(it -> office.code().startsWith(it) || text.contains(" " + it));
  }
}
