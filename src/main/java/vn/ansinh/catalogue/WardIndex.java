package vn.ansinh.catalogue;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ansinh.platform.SearchText;

/**
 * Wards of one layer by the words people type. A sorted map from word to wards: a typed word picks
 * the range of words it begins, the sets of all typed words are intersected, and only what is left
 * is ranked. Immutable.
 */
final class WardIndex {

  private final List<Entry> entries;
  private final TreeMap<String, BitSet> wards = new TreeMap<>();

  WardIndex(List<UnitPath> paths, List<UnitStore.Alias> aliases) {
    var names =
        aliases.stream()
            .collect(
                Collectors.groupingBy(
                    UnitStore.Alias::code,
                    Collectors.mapping(UnitStore.Alias::name, Collectors.joining(" "))));
    var known = new HashMap<String, List<String>>();
    this.entries =
        paths.stream()
            .map(it -> Entry.of(it, names, known))
            .sorted(Comparator.comparing((Entry it) -> it.bareWard).thenComparing(Entry::code))
            .toList();
    for (var i = 0; i < entries.size(); i++) {
      for (var word : entries.get(i).words()) {
        wards.computeIfAbsent(word, _ -> new BitSet()).set(i);
      }
    }
  }

  List<UnitPath> search(String query, int limit) {
    var typed = TypedAddress.words(query);
    if (typed.isEmpty()) {
      return List.of();
    }
    var found = beginning(typed.getFirst());
    typed.stream().skip(1).map(this::beginning).forEach(found::and);
    return found.stream()
        .mapToObj(i -> Map.entry(entries.get(i), entries.get(i).rank(typed)))
        .sorted(Comparator.comparingInt(it -> -it.getValue()))
        .limit(limit)
        .map(it -> it.getKey().path)
        .toList();
  }

  private BitSet beginning(String word) {
    var found = new BitSet(entries.size());
    wards.subMap(word, true, word + Character.MAX_VALUE, false).values().forEach(found::or);
    return found;
  }

  /** A ward and its words; {@code bareWard} is without {@code phuong}, {@code xa} and the like. */
  private record Entry(
      UnitPath path,
      String ward,
      String bareWard,
      List<String> wardWords,
      List<String> aroundWords) {

    static Entry of(UnitPath path, Map<String, String> aliases, Map<String, List<String>> known) {
      var ward = SearchText.of(path.ward().name());
      var district = path.district();
      var around =
          Stream.of(
                  district == null ? "" : district.name(),
                  path.province().name(),
                  aliases.getOrDefault(path.ward().code(), ""),
                  aliases.getOrDefault(path.province().code(), ""),
                  TypedAddress.nicknames(path.province()))
              .filter(it -> !it.isEmpty())
              .flatMap(it -> known.computeIfAbsent(it, Entry::words).stream())
              .distinct()
              .toList();
      return new Entry(path, ward, TypedAddress.withoutKind(ward), wardWords(path), around);
    }

    /** {@code Phường B'Lao} is found by {@code b lao} and by {@code blao}. */
    private static List<String> wardWords(UnitPath path) {
      var name = path.ward().name();
      return name.contains("'")
          ? Stream.concat(words(name).stream(), words(name.replace("'", "")).stream())
              .distinct()
              .toList()
          : words(name);
    }

    private static List<String> words(String name) {
      return List.of(SearchText.of(name).split(" "));
    }

    String code() {
      return path.ward().code();
    }

    Iterable<String> words() {
      return Stream.concat(wardWords.stream(), aroundWords.stream()).toList();
    }

    /**
     * The ward's own name counts most, whole and from its first word; then whole words over
     * beginnings, the ward's words over those around it.
     */
    int rank(List<String> typed) {
      var phrase = String.join(" ", typed);
      var rank = 0;
      if (startsWithWords(phrase, bareWard) || startsWithWords(phrase, ward)) {
        rank += 1000;
      } else if (bareWard.startsWith(phrase) || ward.startsWith(phrase)) {
        rank += 500;
      }
      for (var word : typed) {
        rank += wardWords.contains(word) ? 30 : begins(wardWords, word) ? 15 : 0;
        rank += aroundWords.contains(word) ? 10 : 0;
      }
      return rank;
    }

    private static boolean begins(List<String> words, String beginning) {
      return words.stream().anyMatch(it -> it.startsWith(beginning));
    }

    private static boolean startsWithWords(String phrase, String words) {
      return phrase.equals(words) || phrase.startsWith(words + " ");
    }
  }
}
