package vn.ansinh.console.admin;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.OfficeChange;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** An office's state and what is wrong with a form, in words. */
@Component
class OfficeTexts {

  private final Texts texts;
  private final Clock clock;

  OfficeTexts(Texts texts, Clock clock) {
    this.texts = texts;
    this.clock = clock;
  }

  String state(Office office, Locale language) {
    var today = VietnamTime.today(clock);
    var until = office.openUntil();
    if (today.isBefore(office.openFrom())) {
      return texts.of(language, "office.state.planned", VietnamTime.show(office.openFrom()));
    }
    if (until == null) {
      return texts.of(language, "office.state.open");
    }
    return texts.of(
        language,
        today.isAfter(until) ? "office.state.closed" : "office.state.ending",
        VietnamTime.show(until));
  }

  String tone(Office office) {
    var today = VietnamTime.today(clock);
    if (!office.isOpenOn(today)) {
      return today.isBefore(office.openFrom()) ? "note" : "";
    }
    return office.openUntil() == null ? "good" : "warn";
  }

  Problems problems(List<OfficeChange.Problem> problems, Locale language) {
    var told = new Problems();
    problems.forEach(it -> told.add(field(it.field()), sentence(it, language)));
    return told;
  }

  private String sentence(OfficeChange.Problem problem, Locale language) {
    return texts
        .find(language, "office.problem." + problem.field() + "." + problem.reason())
        .orElseGet(() -> texts.of(language, "office.problem." + problem.reason()));
  }

  private static String field(OfficeChange.Field field) {
    return switch (field) {
      case CODE -> "code";
      case NAME -> "name";
      case PARENT -> "parent";
      case ADDRESS -> "address";
      case PHONE -> "phone";
      case HOURS -> "hours";
      case OPEN_FROM -> "openFrom";
      case OPEN_UNTIL -> "lastDay";
      case SUCCESSOR -> "successor";
      case SERVES -> "wards";
    };
  }
}
