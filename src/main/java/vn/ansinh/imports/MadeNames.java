package vn.ansinh.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.ansinh.identity.Sex;
import vn.ansinh.imports.Weighted.Entry;

/**
 * Names as common as in life. The weights of the surnames follow general statistics (a third of the
 * people are Nguyễn, a tenth Trần, the first fourteen surnames cover nine tenths); those of middle
 * and given names are estimates that keep the same long tail.
 */
final class MadeNames {

  private static final List<String> FOREIGN =
      List.of(
          "Kim Min Jun",
          "Lee Seo Yeon",
          "Park Ji Hoon",
          "Sato Yuki",
          "Suzuki Haruto",
          "Wang Wei",
          "Chen Mei Ling",
          "Lin Chia Hao",
          "John Smith",
          "Marie Dupont",
          "José García");

  private final Weighted<String> surnames =
      new Weighted<>(
          Resources.rows("/imports/surnames.csv").stream()
              .map(it -> new Entry<>(it.getField("name"), Integer.parseInt(it.getField("weight"))))
              .toList());
  private final Map<Sex, Weighted<String>> middle = bySex("/imports/middle-names.csv");
  private final Map<Sex, Weighted<String>> given = bySex("/imports/given-names.csv");

  String surname(RandomGenerator random) {
    return surnames.draw(random);
  }

  /** Four words now and then, three as a rule, two sometimes. */
  String full(String surname, Sex sex, RandomGenerator random) {
    var name = new StringBuilder(surname);
    if (random.nextInt(100) >= 4) {
      name.append(' ').append(of(middle, sex).draw(random));
    }
    if (random.nextInt(100) < 9) {
      name.append(' ').append(of(given, sex).draw(random));
    }
    return name.append(' ').append(of(given, sex).draw(random)).toString();
  }

  String foreign(RandomGenerator random) {
    return FOREIGN.get(random.nextInt(FOREIGN.size()));
  }

  private static Weighted<String> of(Map<Sex, Weighted<String>> names, Sex sex) {
    var found = names.get(sex);
    if (found == null) {
      throw new IllegalStateException("no names for " + sex);
    }
    return found;
  }

  private static Map<Sex, Weighted<String>> bySex(String path) {
    var rows = Resources.rows(path);
    var names = new EnumMap<Sex, Weighted<String>>(Sex.class);
    for (var sex : List.of(Sex.MALE, Sex.FEMALE)) {
      names.put(
          sex,
          new Weighted<>(
              rows.stream()
                  .filter(it -> it.getField("sex").equals(sex.name()))
                  .map(
                      it ->
                          new Entry<>(it.getField("name"), Integer.parseInt(it.getField("weight"))))
                  .toList()));
    }
    return names;
  }
}
