package vn.ansinh.console.queue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.console.AssessmentMark;
import vn.ansinh.console.Names;
import vn.ansinh.console.Needs;
import vn.ansinh.console.OfficeChoices;
import vn.ansinh.console.PromiseTexts;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.DeclarationStatus;
import vn.ansinh.registration.HandIn;
import vn.ansinh.review.Assessment;
import vn.ansinh.review.FileLooks;
import vn.ansinh.review.Queue;
import vn.ansinh.review.QueueLine;
import vn.ansinh.review.QueueSort;
import vn.ansinh.review.QueueTab;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Officers;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Option;
import vn.ansinh.web.Texts;

/** The list officers work from. */
@Controller
class QueuePages {

  private final Queue queue;
  private final FileLooks looks;
  private final Officers officers;
  private final Offices offices;
  private final OfficeChoices choices;
  private final PromiseTexts promises;
  private final SealedText sealed;
  private final Texts texts;

  QueuePages(
      Queue queue,
      FileLooks looks,
      Officers officers,
      Offices offices,
      OfficeChoices choices,
      PromiseTexts promises,
      SealedText sealed,
      Texts texts) {
    this.queue = queue;
    this.looks = looks;
    this.officers = officers;
    this.offices = offices;
    this.choices = choices;
    this.promises = promises;
    this.sealed = sealed;
    this.texts = texts;
  }

  @GetMapping("/console/queue")
  ModelAndView show(
      @ModelAttribute QueueQuery query,
      @RequestParam(defaultValue = "") String done,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var text = sealed.open(query.q());
    var page = queue.page(query.filter(text), officer);
    var choosable = choices.under(officer.officeCode());
    var rows = new Rows(query.onPage(page.number()), language);
    return Answers.page(
        "console/queue/queue",
        new QueueScreen(
            query,
            text,
            tabs(query, officer, language),
            page.lines().stream().map(rows::of).toList(),
            choosable,
            options(HandIn.values(), "review.handin.", language),
            options(Assessment.values(), "review.assessment.", language),
            options(QueueSort.values(), "review.sort.", language),
            texts.find(language, "review.done." + done).orElse(null),
            page.number() > 1 ? path(query.onPage(page.number() - 1)) : null,
            page.more() ? path(query.onPage(page.number() + 1)) : null,
            queue.next(officer, null).map(it -> "/console/files/" + it.value()).orElse(null),
            choosable.size() > 1,
            query.filter(text).narrowed()));
  }

  /** A code goes straight to its file; anything else filters the list. */
  @Needs(Permission.SEE_FILES)
  @PostMapping("/console/queue/search")
  ModelAndView search(
      @RequestParam(defaultValue = "") String text,
      @ModelAttribute QueueQuery typed,
      @AuthenticationPrincipal Officer officer) {
    var file = looks.byCode(text, officer);
    if (file.isPresent()) {
      return Answers.seeOther("/console/files/" + file.get().value());
    }
    var tab = text.isBlank() ? typed.tabChosen() : QueueTab.ALL;
    return Answers.seeOther(
        path(
            new QueueQuery(
                tab.name(),
                sealed.seal(text),
                typed.office(),
                typed.handIn(),
                typed.assessment(),
                typed.from(),
                typed.until(),
                typed.sort(),
                null)));
  }

  /** The next file by itself. */
  @GetMapping("/console/next")
  ModelAndView next(@AuthenticationPrincipal Officer officer) {
    return Answers.seeOther(
        queue
            .next(officer, null)
            .map(it -> "/console/files/" + it.value())
            .orElse("/console/queue?done=ALL"));
  }

  private List<QueueScreen.Tab> tabs(QueueQuery query, Officer officer, Locale language) {
    var counts = queue.counts(officer);
    return Arrays.stream(QueueTab.values())
        .map(
            it ->
                new QueueScreen.Tab(
                    path(query.with(it)),
                    texts.of(language, "review.tab." + it.name()),
                    counts.of(it),
                    it == query.tabChosen(),
                    it == QueueTab.DUE_SOON && counts.of(it) > 0))
        .toList();
  }

  private <E extends Enum<E>> List<Option> options(E[] values, String prefix, Locale language) {
    return Arrays.stream(values)
        .map(it -> new Option(it.name(), texts.of(language, prefix + it.name())))
        .toList();
  }

  private static String path(QueueQuery query) {
    return "/console/queue" + query.text();
  }

  static String tone(DeclarationStatus status) {
    return switch (status) {
      case SUBMITTED -> "note";
      case IN_REVIEW, APPROVED -> "good";
      case RETURNED, ASKED_TO_COME -> "warn";
      case REJECTED -> "bad";
      default -> "";
    };
  }

  /** Lines in words. */
  private final class Rows {
    private final Names names = new Names(officers);
    private final QueueQuery query;
    private final Locale language;

    Rows(QueueQuery query, Locale language) {
      this.query = query;
      this.language = language;
    }

    QueueRow of(QueueLine line) {
      return new QueueRow(
          "/console/files/" + line.id().value() + query.text(),
          line.code(),
          line.fullName(),
          texts.of(language, "review.status." + line.status().name()),
          tone(line.status()),
          promises.of(line.status(), line.receiptDue(), line.decisionDue(), line.actBy(), language),
          texts.of(language, "review.handin." + line.handIn().name()),
          texts.of(language, "review.assessment." + line.assessment().name()),
          AssessmentMark.of(line.assessment()),
          office(line.officeCode()),
          VietnamTime.show(line.submittedAt()),
          names.of(line.assignedTo()));
    }

    private String office(@Nullable String code) {
      return code == null ? "" : offices.find(code).map(Office::label).orElse(code);
    }
  }
}
