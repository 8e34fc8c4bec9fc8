package vn.ansinh.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.support.ApplicationTest;

/** Two working days, as Decree 356/2025/ND-CP gives for answers about personal data. */
@ApplicationTest
class WorkingDaysTest {

  @Autowired WorkingDays days;

  @Test
  void two_working_days_leave_out_weekends_and_holidays() {
    assertThat(days.after(LocalDate.of(2026, 11, 23), 2)).isEqualTo("2026-11-25");
    assertThat(days.after(LocalDate.of(2026, 11, 26), 2))
        .as("Friday, Monday")
        .isEqualTo("2026-11-30");
    assertThat(days.after(LocalDate.of(2026, 11, 28), 2)).as("a Saturday").isEqualTo("2026-12-01");
    assertThat(days.after(LocalDate.of(2026, 12, 31), 2)).as("New Year").isEqualTo("2027-01-05");
    assertThat(days.after(LocalDate.of(2027, 2, 4), 2)).as("Tết").isEqualTo("2027-02-15");
  }
}
