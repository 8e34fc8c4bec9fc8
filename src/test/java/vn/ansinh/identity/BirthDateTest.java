package vn.ansinh.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDateTest {

  @ParameterizedTest
  @CsvSource({
    "15/01/1990, 15/01/1990, DAY",
    "5/9/2001, 05/09/2001, DAY",
    "15-01-1990, 15/01/1990, DAY",
    "15.01.1990, 15/01/1990, DAY",
    "1990-01-15, 15/01/1990, DAY",
    "29/02/2000, 29/02/2000, DAY",
    "1/1990, 01/1990, MONTH",
    "1990-01, 01/1990, MONTH",
    "' 1990 ', 1990, YEAR"
  })
  void a_date_is_read_to_the_precision_it_is_written_in(
      String typed, String text, BirthDate.Precision precision) {
    var date = BirthDate.parse(typed).orElseThrow();
    assertThat(date.text()).isEqualTo(text);
    assertThat(date.precision()).isEqualTo(precision);
    assertThat(BirthDate.parse(text)).contains(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "30/02/1990",
        "29/02/1900",
        "13/1990",
        "00/00/1990",
        "15/01/90",
        "1849",
        "2200",
        "15/01/19900",
        "1990/01/15",
        "15 01 1990",
        "hôm nay",
        "１５/01/1990"
      })
  void what_is_on_no_calendar_is_no_date(String typed) {
    assertThat(BirthDate.parse(typed)).isEmpty();
  }

  @Test
  void dates_match_only_to_the_same_precision() {
    var full = new BirthDate(1990, 1, 15);
    assertThat(full.matches(new BirthDate(1990, 1, 15))).isTrue();
    assertThat(full.matches(new BirthDate(1990, 1, null))).isFalse();
    assertThat(full.matches(new BirthDate(1990, null, null))).isFalse();
  }

  @Test
  void dates_agree_when_nothing_both_know_differs() {
    var full = new BirthDate(1990, 1, 15);
    var year = new BirthDate(1990, null, null);
    assertThat(full.agreesWith(year)).isTrue();
    assertThat(year.agreesWith(full)).isTrue();
    assertThat(full.agreesWith(new BirthDate(1990, 1, null))).isTrue();
    assertThat(full.agreesWith(new BirthDate(1990, 2, null))).isFalse();
    assertThat(full.agreesWith(new BirthDate(1990, 1, 16))).isFalse();
    assertThat(year.agreesWith(new BirthDate(1991, null, null))).isFalse();
  }

  @Test
  void age_counts_completed_years_and_takes_the_first_where_the_day_is_unknown() {
    var eve = LocalDate.of(2026, 1, 14);
    assertThat(new BirthDate(1990, 1, 15).ageOn(eve)).isEqualTo(35);
    assertThat(new BirthDate(1990, 1, 15).ageOn(eve.plusDays(1))).isEqualTo(36);
    assertThat(new BirthDate(1990, 1, null).ageOn(eve)).isEqualTo(36);
    assertThat(new BirthDate(1990, null, null).ageOn(eve)).isEqualTo(36);
    assertThat(new BirthDate(2026, 2, 1).isAfter(eve)).isTrue();
  }

  @Test
  void whatever_is_typed_reading_never_fails() {
    for (var typed : RandomText.samples(20_000)) {
      assertThatCode(() -> BirthDate.parse(typed)).doesNotThrowAnyException();
    }
  }
}
