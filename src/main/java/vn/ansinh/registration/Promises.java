package vn.ansinh.registration;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.VietnamTime;

/** Sets the clock of a declaration at each turn; see {@link PromiseClock} for what the law says. */
@Component
class Promises {

  private static final Set<MonthDay> EVERY_YEAR =
      Set.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 2));

  private final RegistrationSettings settings;
  private final Clock clock;

  Promises(RegistrationSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  PromiseClock declared(boolean paperIsDue) {
    var now = clock.instant();
    var today = VietnamTime.date(now);
    return paperIsDue
        ? new PromiseClock(now, today, lastDay(today), null, null, null, null, null)
        : new PromiseClock(now, today, null, null, null, receipt(now), decision(today), null);
  }

  PromiseClock corrected(PromiseClock before, boolean paperIsDue) {
    var then = declared(paperIsDue);
    return new PromiseClock(
        before.submittedAt(),
        then.declaredOn(),
        then.actBy(),
        null,
        before.paperReceivedAt(),
        then.receiptDue(),
        then.decisionDue(),
        null);
  }

  PromiseClock paperReceived(PromiseClock before) {
    var now = clock.instant();
    return new PromiseClock(
        before.submittedAt(),
        before.declaredOn(),
        null,
        null,
        now,
        receipt(now),
        decision(VietnamTime.date(now)),
        null);
  }

  PromiseClock applicantsTurn(PromiseClock before) {
    return new PromiseClock(
        before.submittedAt(),
        before.declaredOn(),
        lastDay(VietnamTime.today(clock)),
        null,
        before.paperReceivedAt(),
        null,
        null,
        null);
  }

  /** Somebody of the office takes it up: the applicant's time no longer runs. */
  PromiseClock officesTurn(PromiseClock before) {
    return before.actBy() == null ? before : paperReceived(before);
  }

  PromiseClock reminded(PromiseClock before) {
    return new PromiseClock(
        before.submittedAt(),
        before.declaredOn(),
        before.actBy(),
        clock.instant(),
        before.paperReceivedAt(),
        before.receiptDue(),
        before.decisionDue(),
        before.decidedAt());
  }

  PromiseClock ended(PromiseClock before) {
    return new PromiseClock(
        before.submittedAt(),
        before.declaredOn(),
        null,
        before.remindedAt(),
        before.paperReceivedAt(),
        before.receiptDue(),
        before.decisionDue(),
        clock.instant());
  }

  LocalDate remindOn(LocalDate actBy) {
    return actBy.minusDays((long) settings.daysToAct() - settings.remindOnDay());
  }

  LocalDate lastDay(LocalDate from) {
    return from.plusDays(settings.daysToAct());
  }

  private Instant receipt(Instant from) {
    return from.plus(settings.receiptWithin());
  }

  private LocalDate decision(LocalDate from) {
    var day = from;
    for (int left = settings.decisionWorkingDays(); left > 0; ) {
      day = day.plusDays(1);
      left -= isWorkingDay(day) ? 1 : 0;
    }
    return day;
  }

  boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !EVERY_YEAR.contains(MonthDay.from(day))
        && !settings.holidays().contains(day);
  }
}
