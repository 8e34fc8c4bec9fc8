package vn.ansinh.console.queue;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.console.HandlingTexts;
import vn.ansinh.console.Needs;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.review.Desk;
import vn.ansinh.review.FileLooks;
import vn.ansinh.review.Handling;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/**
 * The counter: one box that takes what a hand-held scanner types from the QR of a Form 01, or the
 * code typed by hand, one form after the other.
 */
@Controller
class PaperPages {

  private final Desk desk;
  private final FileLooks looks;
  private final HandlingTexts handlings;
  private final Texts texts;

  PaperPages(Desk desk, FileLooks looks, HandlingTexts handlings, Texts texts) {
    this.desk = desk;
    this.looks = looks;
    this.handlings = handlings;
    this.texts = texts;
  }

  @GetMapping("/console/paper")
  ModelAndView ask(
      @RequestParam(required = false) @Nullable UUID received,
      @AuthenticationPrincipal Officer officer) {
    var file =
        received == null
            ? null
            : looks
                .open(new DeclarationId(received), officer)
                .map(it -> it.declaration().code().value())
                .orElse(null);
    return Answers.page(
        "console/queue/paper",
        new PaperPage("", file, file == null ? null : "/console/files/" + received, Problems.NONE));
  }

  @Needs(Permission.RECORD_PAPER)
  @PostMapping("/console/paper")
  ModelAndView record(
      @RequestParam(defaultValue = "") String code,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var file = looks.byCode(code, officer);
    if (file.isEmpty()) {
      return refused(code, texts.of(language, "review.paper.unknown"));
    }
    var handling = desk.recordPaper(file.get(), officer);
    return handling instanceof Handling.Done
        ? Answers.seeOther("/console/paper?received=" + file.get().value())
        : refused(code, handlings.of(handling, language));
  }

  private static ModelAndView refused(String code, String sentence) {
    var typed = code.substring(0, Math.min(60, code.length()));
    return Answers.unprocessable(
        "console/queue/paper",
        new PaperPage(typed, null, null, new Problems().add("code", sentence)));
  }
}
