package vn.ansinh.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromisesTest {

  @Test
  void the_receipt_is_promised_within_two_hours() {
    var at = Instant.parse("2026-11-20T03:00:00Z");
    assertThat(at("2026-11-20T03:00:00Z").declared(false).receiptDue())
        .isEqualTo(at.plus(Duration.ofHours(2)));
  }

  @Test
  void the_decision_is_promised_in_working_days() {
    assertThat(decisionAfter("2026-11-20T03:00:00Z")).isEqualTo("2026-11-27");
    // Saturday in Vietnam although still Friday in Greenwich.
    assertThat(decisionAfter("2026-11-20T18:00:00Z")).isEqualTo("2026-11-27");
    // Over New Year's Day, which is a Friday.
    assertThat(decisionAfter("2026-12-31T03:00:00Z")).isEqualTo("2027-01-08");
    // Over Tết.
    assertThat(decisionAfter("2027-02-03T03:00:00Z")).isEqualTo("2027-02-17");
  }

  @Test
  void a_paper_declaration_promises_nothing_before_the_papers_are_there() {
    var declared = at("2026-11-20T03:00:00Z").declared(true);
    assertThat(declared.receiptDue()).isNull();
    assertThat(declared.decisionDue()).isNull();
    assertThat(declared.actBy()).isEqualTo("2026-11-30");
    var received = at("2026-11-25T03:00:00Z").paperReceived(declared);
    assertThat(received.actBy()).isNull();
    assertThat(received.receiptDue()).isEqualTo("2026-11-25T05:00:00Z");
    assertThat(received.decisionDue()).isEqualTo("2026-12-02");
  }

  @Test
  void the_reminder_comes_on_the_seventh_day() {
    var promises = at("2026-11-20T03:00:00Z");
    assertThat(promises.remindOn(promises.declared(true).actBy())).isEqualTo("2026-11-27");
  }

  private static LocalDate decisionAfter(String moment) {
    return at(moment).declared(false).decisionDue();
  }

  private static Promises at(String moment) {
    var settings =
        new RegistrationSettings(
            Duration.ofDays(7),
            10,
            7,
            Duration.ofHours(2),
            5,
            List.of(
                LocalDate.of(2027, 2, 5),
                LocalDate.of(2027, 2, 8),
                LocalDate.of(2027, 2, 9),
                LocalDate.of(2027, 2, 10),
                LocalDate.of(2027, 2, 11)),
            Duration.ofDays(90),
            Duration.ofDays(30),
            10,
            60,
            5000);
    return new Promises(
        settings, new WorkingDays(settings), Clock.fixed(Instant.parse(moment), ZoneOffset.UTC));
  }
}
