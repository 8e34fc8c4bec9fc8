package vn.ansinh.console.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.console.Names;
import vn.ansinh.console.queue.Neighbours;
import vn.ansinh.console.queue.QueueQuery;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.review.CheckItem;
import vn.ansinh.review.OpenFile;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Officers;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** Puts one file on the screen. */
@Component
class FileScreen {

  private final FileHeads heads;
  private final CompareRows compareRows;
  private final DeclaredExtras extras;
  private final DecisionPanels panels;
  private final HandOvers handOvers;
  private final Histories histories;
  private final FileMessages messages;
  private final Neighbours neighbours;
  private final Officers officers;
  private final Texts texts;

  FileScreen(
      FileHeads heads,
      CompareRows compareRows,
      DeclaredExtras extras,
      DecisionPanels panels,
      HandOvers handOvers,
      Histories histories,
      FileMessages messages,
      Neighbours neighbours,
      Officers officers,
      Texts texts) {
    this.heads = heads;
    this.compareRows = compareRows;
    this.extras = extras;
    this.panels = panels;
    this.handOvers = handOvers;
    this.histories = histories;
    this.messages = messages;
    this.neighbours = neighbours;
    this.officers = officers;
    this.texts = texts;
  }

  FilePage of(OpenFile file, Typed typed, QueueQuery query, Officer officer, Locale language) {
    var declaration = file.declaration();
    var names = new Names(officers);
    var around = neighbours.of(declaration.id(), query, officer);
    var allowed = AllowedActions.of(file, officer);
    var within = query.text();
    return new FilePage(
        heads.of(file, names, officer, language),
        within,
        path(around.previous(), within),
        path(around.next(), within),
        rows(file, language),
        verdict(file, language),
        verdictTone(file),
        extras.others(declaration, language),
        extras.pictures(declaration, language),
        declaration.facts() != null && declaration.facts().verifiedByPopulationRegistry(),
        checks(file, typed, language),
        file.notes().stream()
            .map(it -> new FilePage.Remark(names.of(it.by()), VietnamTime.show(it.at()), it.text()))
            .toList(),
        histories.of(file.history(), names, language),
        messages.of(file, language),
        file.tasks().stream()
            .map(
                it ->
                    new FilePage.Undelivered(
                        it.id().toString(),
                        texts.of(
                            language,
                            "review.task." + it.channel(),
                            VietnamTime.show(it.reportedAt()))))
            .toList(),
        allowed,
        allowed.work() ? panels.of(typed, officer, language) : List.of(),
        allowed.handOver() ? handOvers.colleagues(file, officer) : List.of(),
        allowed.move() ? handOvers.offices(officer) : List.of(),
        typed.done() == null
            ? null
            : texts.find(language, "review.done." + typed.done()).orElse(null),
        typed.problem() == null
            ? Problems.NONE
            : new Problems()
                .add(
                    typed.kind() == null ? "file" : DecisionPanels.anchor(typed.kind()),
                    typed.problem()));
  }

  private List<CompareRow> rows(OpenFile file, Locale language) {
    var facts = file.declaration().facts();
    return facts == null
        ? List.of()
        : compareRows.of(facts, file.registered(), file.comparison().orElseThrow(), language);
  }

  private String verdict(OpenFile file, Locale language) {
    if (file.registered().isEmpty()) {
      return texts.of(language, "review.verdict.unmatched");
    }
    var differences = file.comparison().map(it -> it.differences()).orElse(0L);
    return texts.of(language, "review.verdict", differences);
  }

  private static String verdictTone(OpenFile file) {
    if (file.registered().isEmpty()) {
      return "warn";
    }
    return file.comparison().filter(it -> it.differences() > 0).isPresent() ? "bad" : "good";
  }

  private List<FilePage.Check> checks(OpenFile file, Typed typed, Locale language) {
    Set<CheckItem> ticked = typed.ticked() == null ? file.ticked() : typed.ticked();
    var checks = new ArrayList<FilePage.Check>();
    for (var item : CheckItem.of(file.declaration().handIn())) {
      checks.add(
          new FilePage.Check(
              item.name(),
              texts.of(language, "review.check." + item.name()),
              ticked.contains(item),
              checks.size() + 1));
    }
    return checks;
  }

  private static @Nullable String path(@Nullable DeclarationId id, String within) {
    return id == null ? null : "/console/files/" + id.value() + within;
  }
}
