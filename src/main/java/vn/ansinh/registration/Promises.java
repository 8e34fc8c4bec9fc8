package vn.ansinh.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.VietnamTime;

/** Sets the clock of a declaration at each turn; see {@link PromiseClock} for what the law says. */
@Component
class Promises {

  private final RegistrationSettings settings;
  private final WorkingDays workingDays;
  private final Clock clock;

  Promises(RegistrationSettings settings, WorkingDays workingDays, Clock clock) {
    this.settings = settings;
    this.workingDays = workingDays;
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
    return workingDays.after(from, settings.decisionWorkingDays());
  }
}
