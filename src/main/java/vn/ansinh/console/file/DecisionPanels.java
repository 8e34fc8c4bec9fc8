package vn.ansinh.console.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.ansinh.review.Decision;
import vn.ansinh.review.Reasons;
import vn.ansinh.staff.Officer;
import vn.ansinh.web.Option;

/** The panel of each decision an officer may take, with what was typed when one was turned down. */
@Component
class DecisionPanels {

  private final Reasons reasons;

  DecisionPanels(Reasons reasons) {
    this.reasons = reasons;
  }

  List<FilePage.Panel> of(Typed typed, Officer officer, Locale language) {
    var panels = new ArrayList<FilePage.Panel>();
    for (var kind : Decision.Kind.values()) {
      if (officer.may(kind.permission())) {
        var sent = kind == typed.kind();
        panels.add(
            new FilePage.Panel(
                kind.name(),
                key(kind),
                kind.needsReason() ? options(kind, language) : List.of(),
                sent ? typed.reasons() : List.of(),
                sent ? typed.note() : "",
                sent,
                sent ? typed.problem() : null));
      }
    }
    return panels;
  }

  private List<Option> options(Decision.Kind kind, Locale language) {
    return reasons.today(kind.reasons()).stream()
        .map(it -> new Option(it.code(), it.in(language).wrong(), it.in(language).toDo()))
        .toList();
  }

  static String anchor(Decision.Kind kind) {
    return "decision-" + kind.name();
  }

  private static String key(Decision.Kind kind) {
    return switch (kind) {
      case APPROVE -> "a";
      case RETURN -> "r";
      case ASK_TO_COME -> "e";
      case REJECT -> "x";
    };
  }
}
