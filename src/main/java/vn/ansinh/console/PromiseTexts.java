package vn.ansinh.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.DeclarationStatus;
import vn.ansinh.web.Texts;

/** What was promised until when, in words with how much is left. */
@Component
public class PromiseTexts {

  /**
   * @param tone {@code bad} overdue, {@code warn} soon, otherwise empty
   */
  public record Promise(String text, String tone) {}

  private static final Promise NONE = new Promise("", "");

  private final Texts texts;
  private final Clock clock;

  PromiseTexts(Texts texts, Clock clock) {
    this.texts = texts;
    this.clock = clock;
  }

  public Promise of(
      DeclarationStatus status,
      @Nullable Instant receiptDue,
      @Nullable LocalDate decisionDue,
      @Nullable LocalDate actBy,
      Locale language) {
    return switch (status) {
      case SUBMITTED ->
          receiptDue != null ? receipt(receiptDue, language) : decision(decisionDue, language);
      case IN_REVIEW -> decision(decisionDue, language);
      case AWAITING_PAPER, ASKED_TO_COME, RETURNED -> applicant(actBy, language);
      default -> NONE;
    };
  }

  /** The office answers by the end of a day. */
  public Promise until(LocalDate due, Locale language) {
    return decision(due, language);
  }

  private Promise receipt(Instant due, Locale language) {
    var left = Duration.between(clock.instant(), due);
    var when =
        VietnamTime.date(due).equals(VietnamTime.today(clock))
            ? VietnamTime.showTime(due)
            : VietnamTime.show(due);
    return left.isNegative()
        ? new Promise(texts.of(language, "review.promise.receipt.over", when), "bad")
        : new Promise(
            texts.of(
                language, "review.promise.receipt", when, left.toHours(), left.toMinutesPart()),
            left.toMinutes() < 30 ? "warn" : "");
  }

  private Promise decision(@Nullable LocalDate due, Locale language) {
    if (due == null) {
      return NONE;
    }
    var days = ChronoUnit.DAYS.between(VietnamTime.today(clock), due);
    var date = VietnamTime.show(due);
    if (days < 0) {
      return new Promise(texts.of(language, "review.promise.decision.over", date, -days), "bad");
    }
    return new Promise(
        texts.of(language, "review.promise.decision", date, days), days <= 1 ? "warn" : "");
  }

  private Promise applicant(@Nullable LocalDate actBy, Locale language) {
    if (actBy == null) {
      return NONE;
    }
    var days = ChronoUnit.DAYS.between(VietnamTime.today(clock), actBy);
    return new Promise(
        texts.of(language, "review.promise.applicant", VietnamTime.show(actBy), Math.max(0, days)),
        "");
  }
}
