package vn.ansinh.canary;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * Strings that stand nowhere else in the world, one for each field that must not be found in plain,
 * and what each must not be found as.
 */
final class Canaries {

  private final Map<String, byte[]> all = new LinkedHashMap<>();
  private final Set<String> words = new LinkedHashSet<>();

  /** A text with capitals and a tail that no word, hash or name contains by chance. */
  String text(String field) {
    var text = field + "Qx7" + letters(10);
    sought(field, text);
    return text;
  }

  /** A part of a name: letters only. */
  String name(String field) {
    var name = "Q" + letters(12);
    sought(field, name);
    return name;
  }

  /** Small letters and digits only, as addresses are kept. */
  String email(String field) {
    var local = "qx7" + letters(12);
    sought(field, local);
    return local + "@example.vn";
  }

  String socialInsuranceNumber(String field) {
    return number(field, "79" + digits(8));
  }

  /** Of a woman born in 1990 in Ho Chi Minh City. */
  String personalId(String field) {
    return number(field, "079190" + digits(6));
  }

  String oldCard(String field) {
    return number(field, "3" + digits(8));
  }

  String passport(String field) {
    return number(field, "C" + digits(7));
  }

  /** Sought by the digits that 09…, 849… and +849… have in common. */
  String phone(String field) {
    var subscriber = "98" + digits(7);
    sought(field, subscriber);
    return "0" + subscriber;
  }

  void sought(String field, String value) {
    sought(field, value.getBytes(StandardCharsets.UTF_8));
  }

  void sought(String field, byte[] value) {
    if (value.length < 8) {
      throw new IllegalArgumentException(field + " is too short to mean anything");
    }
    all.put(field, value);
  }

  /** Six digits stand by chance in every large file, but not as a word in a row or a log. */
  void soughtAsWord(String code) {
    words.add(code);
  }

  Set<String> words() {
    return words;
  }

  /** What was sought in pictures: as they were sent, as they are kept, and their comments. */
  Map<String, byte[]> ofPictures() {
    return all.entrySet().stream()
        .filter(it -> it.getKey().matches(".*(PORTRAIT|PAPER_FRONT|PAPER_BACK)(Comment|Sent|Kept)"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  Map<String, byte[]> all() {
    return all;
  }

  private String number(String field, String number) {
    sought(field, number);
    return number;
  }

  private static String digits(int count) {
    return ThreadLocalRandom.current()
        .ints(count, 0, 10)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }

  private static String letters(int count) {
    return ThreadLocalRandom.current()
        .ints(count, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
