package vn.ansinh.guardianship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.ansinh.identity.BirthDate;

class AgesTest {

  @Test
  void a_child_is_under_fifteen_until_the_day_before_the_birthday() {
    var born = new BirthDate(2012, 6, 15);
    assertThat(Ages.isCertainlyUnder(born, 15, LocalDate.of(2027, 6, 14))).isTrue();
    assertThat(Ages.isCertainlyUnder(born, 15, LocalDate.of(2027, 6, 15))).isFalse();
  }

  @Test
  void of_a_month_or_a_year_the_first_day_counts_against_the_guardian() {
    assertThat(Ages.earliest(new BirthDate(2012, 6, null), 15)).isEqualTo("2027-06-01");
    assertThat(Ages.earliest(new BirthDate(2012, null, null), 15)).isEqualTo("2027-01-01");
    assertThat(Ages.earliest(new BirthDate(2012, null, null), 18)).isEqualTo("2030-01-01");
  }

  @Test
  void of_a_month_or_a_year_the_last_day_counts_for_being_grown_up() {
    var month = new BirthDate(2008, 2, null);
    assertThat(Ages.isCertainlyGrownUp(month, LocalDate.of(2026, 2, 28))).isFalse();
    assertThat(Ages.isCertainlyGrownUp(month, LocalDate.of(2026, 3, 1))).isTrue();
    var year = new BirthDate(2008, null, null);
    assertThat(Ages.isCertainlyGrownUp(year, LocalDate.of(2026, 12, 30))).isFalse();
    assertThat(Ages.isCertainlyGrownUp(year, LocalDate.of(2026, 12, 31))).isTrue();
  }

  @Test
  void whoever_was_born_on_a_leap_day_loses_a_guardian_a_day_early_and_grows_up_a_day_late() {
    var born = new BirthDate(2012, 2, 29);
    assertThat(Ages.earliest(born, 15)).isEqualTo("2027-02-28");
    assertThat(Ages.isCertainlyGrownUp(born, LocalDate.of(2030, 2, 28))).isFalse();
    assertThat(Ages.isCertainlyGrownUp(born, LocalDate.of(2030, 3, 1))).isTrue();
  }

  /** However little of a date is known, access is never longer than with the whole of it. */
  @Test
  void knowing_less_never_lengthens_access_and_never_hastens_being_grown_up() {
    var random = new Random(20);
    for (int i = 0; i < 20_000; i++) {
      var day = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(12_000));
      var whole = BirthDate.of(day);
      var today = day.plusYears(15 + random.nextInt(4)).plusDays(random.nextInt(800) - 400);
      for (var less :
          new BirthDate[] {
            new BirthDate(day.getYear(), day.getMonthValue(), null),
            new BirthDate(day.getYear(), null, null)
          }) {
        for (int years : new int[] {15, 18}) {
          if (Ages.isCertainlyUnder(less, years, today)) {
            assertThat(Ages.isCertainlyUnder(whole, years, today)).isTrue();
          }
        }
        if (Ages.isCertainlyGrownUp(less, today)) {
          assertThat(Ages.isCertainlyGrownUp(whole, today)).isTrue();
        }
      }
      if (Ages.isCertainlyGrownUp(whole, today)) {
        assertThat(Ages.isCertainlyUnder(whole, 18, today)).isFalse();
      }
    }
  }
}
