package vn.ansinh.console.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.ansinh.audit.Actor;
import vn.ansinh.console.Names;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.DeclarationEvent;
import vn.ansinh.review.Reason;
import vn.ansinh.review.Reasons;
import vn.ansinh.web.Texts;
import vn.ansinh.web.TimelineEntry;

/** A file's history in words, the newest first: officers look at what happened last. */
@Component
class Histories {

  private final Reasons reasons;
  private final Texts texts;

  Histories(Reasons reasons, Texts texts) {
    this.reasons = reasons;
    this.texts = texts;
  }

  List<TimelineEntry> of(List<DeclarationEvent> events, Names names, Locale language) {
    return events.reversed().stream().map(it -> entry(it, names, language)).toList();
  }

  private TimelineEntry entry(DeclarationEvent event, Names names, Locale language) {
    var lines = new ArrayList<String>();
    event.reasons().stream()
        .map(
            code ->
                reasons
                    .find(code, VietnamTime.date(event.at()))
                    .map(it -> it.in(language))
                    .map(Reason.Words::wrong)
                    .orElse(code))
        .forEach(lines::add);
    if (event.note() != null) {
      lines.add("“" + event.note() + "”");
    }
    event
        .changes()
        .forEach(
            (field, change) ->
                lines.add(
                    texts.of(
                        language,
                        change.before().isEmpty() && change.after().isEmpty()
                            ? "review.change.picture"
                            : "review.change",
                        texts.of(language, "review.declared." + field.name()),
                        change.before(),
                        change.after())));
    return new TimelineEntry(
        VietnamTime.show(event.at()) + " · " + who(event.by(), names, language),
        texts.of(language, "review.deed." + event.deed().name()),
        lines.isEmpty() ? null : String.join(" ", lines),
        "done");
  }

  private String who(Actor actor, Names names, Locale language) {
    return actor.kind() == Actor.Kind.OFFICER && actor.id() != null
        ? names.of(new OfficerId(actor.id()))
        : texts.of(language, "review.by." + actor.kind().name());
  }
}
