package vn.ansinh.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.Sex;
import vn.ansinh.people.NewPerson;

class DuplicateNumbersTest {

  @Test
  void each_line_with_an_earlier_number_is_named_with_that_line() {
    try (var numbers = new DuplicateNumbers()) {
      numbers.add(2, person("7900000012", "079190000017"));
      numbers.add(3, person("7900000013", "079190000018"));
      numbers.add(4, person("7900000012", null));
      numbers.add(5, person(null, "079190000018"));
      numbers.add(6, person("7900000012", "079190000019"));
      assertThat(numbers.find()).containsExactlyInAnyOrderEntriesOf(Map.of(4L, 2L, 5L, 3L, 6L, 2L));
    }
  }

  @Test
  void numbers_of_the_two_kinds_are_never_confused() {
    try (var numbers = new DuplicateNumbers()) {
      numbers.add(2, person("0000000012", null));
      numbers.add(3, person(null, "000000000012"));
      assertThat(numbers.find()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 1_000, 100_000})
  void the_map_keeps_what_was_put_first(int entries) {
    var map = new LongMap(entries);
    for (int i = 0; i < entries; i++) {
      assertThat(map.putIfAbsent(i * 64L, i)).isEqualTo(i);
    }
    for (int i = 0; i < entries; i++) {
      assertThat(map.putIfAbsent(i * 64L, -1)).isEqualTo(i);
    }
  }

  private static NewPerson person(String number, String personalId) {
    return new NewPerson(
        number,
        personalId,
        "Nguyễn Thị Mẫu",
        new BirthDate(1990, null, null),
        Sex.FEMALE,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        "VN");
  }
}
