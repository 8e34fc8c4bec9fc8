package vn.ansinh.console.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.console.AssessmentMark;
import vn.ansinh.console.Names;
import vn.ansinh.console.queue.Neighbours;
import vn.ansinh.console.queue.QueueQuery;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.review.Assessment;
import vn.ansinh.review.CheckItem;
import vn.ansinh.review.Comparison.Source;
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
  private final QuickApprovals quick;
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
      QuickApprovals quick,
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
    this.quick = quick;
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
        CompareRows.sources(file).stream().map(it -> compareRows.name(it, file, language)).toList(),
        contradictions(file, language),
        unread(file, language),
        verdict(file, language),
        mark(file),
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
        allowed.work() ? quick.of(file, officer, language) : null,
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
    return facts == null ? List.of() : compareRows.of(file, facts, language);
  }

  private List<String> names(List<Source> sources, Locale language) {
    return sources.stream().map(it -> texts.of(language, "review.source." + it)).toList();
  }

  /** Where a photo shows another card than the one scanned. */
  private List<String> contradictions(OpenFile file, Locale language) {
    return file.evidence().stream()
        .flatMap(it -> it.contradictions().stream())
        .map(it -> texts.of(language, "review.compare.contradiction." + it))
        .toList();
  }

  private String unread(OpenFile file, Locale language) {
    var missing = new ArrayList<>(List.of(Source.values()));
    missing.removeAll(CompareRows.sources(file));
    return String.join(", ", names(missing, language));
  }

  private String verdict(OpenFile file, Locale language) {
    if (file.registered().isEmpty()) {
      return texts.of(language, "review.verdict.unmatched");
    }
    return file.comparison()
        .map(
            it ->
                it.differences() > 0
                    ? texts.of(language, "review.assessment." + it.assessment())
                        + " · "
                        + texts.of(language, "review.verdict", it.differences())
                    : texts.of(language, "review.assessment." + it.assessment()))
        .orElse("");
  }

  private static AssessmentMark mark(OpenFile file) {
    return AssessmentMark.of(
        file.comparison().map(it -> it.assessment()).orElse(Assessment.LOOK_HERE));
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
