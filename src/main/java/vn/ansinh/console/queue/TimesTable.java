package vn.ansinh.console.queue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.review.WorkingTime;
import vn.ansinh.review.WorkingTimes;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Officers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Option;

/** How long files took, in the words of a page. */
@Component
class TimesTable {

  private static final int DAYS = 30;
  private static final String NONE = "–";

  private final WorkingTimes times;
  private final Officers officers;

  TimesTable(WorkingTimes times, Officers officers) {
    this.times = times;
    this.officers = officers;
  }

  /** The last thirty days unless told otherwise; a period turned round is read as it was meant. */
  WorkloadPage.Times of(String from, String until, String only, Officer head, Chrome chrome) {
    var last = date(until).orElseGet(times::today);
    var first = date(from).orElse(last.minusDays(DAYS - 1L));
    if (first.isAfter(last)) {
      var earlier = last;
      last = first;
      first = earlier;
    }
    var officer = officer(only);
    var found = times.of(first, last, officer, head);
    return new WorkloadPage.Times(
        first.toString(),
        last.toString(),
        officer == null ? "" : officer.value().toString(),
        officers.visibleTo(head).stream()
            .map(it -> new Option(it.id().value().toString(), it.fullName()))
            .toList(),
        found.stream()
            .filter(it -> it.officer() == null && it.decided() > 0)
            .map(it -> line(it, kind(it, chrome), chrome))
            .toList(),
        found.stream()
            .filter(it -> it.officer() != null)
            .map(it -> line(it, name(it), chrome))
            .toList());
  }

  private static WorkloadPage.Line line(WorkingTime time, String kind, Chrome chrome) {
    return new WorkloadPage.Line(
        kind,
        verdict(time, chrome),
        Long.toString(time.decided()),
        Long.toString(time.measured()),
        words(time.median(), chrome),
        words(time.ninth(), chrome));
  }

  private static String kind(WorkingTime time, Chrome chrome) {
    return chrome.t(time.kind() == null ? "review.times.all" : "review.decide." + time.kind());
  }

  private static String verdict(WorkingTime time, Chrome chrome) {
    if (time.assessment() != null) {
      return chrome.t("review.assessment." + time.assessment());
    }
    return time.kind() == null ? chrome.t("review.times.all") : chrome.t("review.times.unknown");
  }

  private String name(WorkingTime time) {
    return Optional.ofNullable(time.officer())
        .flatMap(officers::find)
        .map(Officer::fullName)
        .orElse(NONE);
  }

  private static String words(@Nullable Duration time, Chrome chrome) {
    return time == null
        ? NONE
        : chrome.t("review.times.length", time.toMinutes(), "%02d".formatted(time.toSecondsPart()));
  }

  private static @Nullable OfficerId officer(String text) {
    try {
      return text.isBlank() ? null : new OfficerId(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static Optional<LocalDate> date(String text) {
    try {
      var date = text.isBlank() ? null : LocalDate.parse(text);
      return Optional.ofNullable(date).filter(it -> it.getYear() >= 2000 && it.getYear() < 2200);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
