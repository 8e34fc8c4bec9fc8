package vn.ansinh.portal.registration;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.registration.Completeness;
import vn.ansinh.registration.Step;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** Xem lại: everything on one page, each line with the way to put it right; then the commitment. */
@Controller
class ReviewPages {

  private static final String TEMPLATE = "portal/registration/review";

  private final WizardPages pages;
  private final DraftSummary summary;
  private final PhotoReadings readings;
  private final SubmissionAnswer sending;

  ReviewPages(
      WizardPages pages, DraftSummary summary, PhotoReadings readings, SubmissionAnswer sending) {
    this.pages = pages;
    this.summary = summary;
    this.readings = readings;
    this.sending = sending;
  }

  @GetMapping("/registration/review")
  ModelAndView show(
      OpenDraft open, @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var missing = missing(pages.check(open.draft()), chrome);
    return Answers.page(TEMPLATE, page(open, false, missing, chrome));
  }

  @PostMapping("/registration/review")
  ModelAndView send(
      OpenDraft open,
      @RequestParam(required = false) @Nullable String commit,
      @RequestParam(defaultValue = "") String go,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    if (go.equals("back")) {
      return Answers.seeOther(Wizard.path(Step.OFFICE));
    }
    var problems = missing(pages.check(open.draft()), chrome);
    if (!"true".equals(commit)) {
      problems.add("commit", chrome.t("registration.review.commit.problem"));
    }
    if (problems.any()) {
      return Answers.unprocessable(TEMPLATE, page(open, "true".equals(commit), problems, chrome));
    }
    pages.move(open.draft(), Step.CONFIRM);
    return open.draft().contactConfirmed()
        ? sending.send(open, request, chrome)
        : Answers.seeOther(Wizard.path(Step.CONFIRM));
  }

  private ReviewPage page(OpenDraft open, boolean committed, Problems problems, Chrome chrome) {
    return new ReviewPage(
        pages.wizard(Step.REVIEW, chrome, open),
        summary.of(open.draft(), chrome),
        readings.warnings(open.draft(), chrome),
        committed,
        problems);
  }

  /** One line a step: the step itself says what exactly. */
  private static Problems missing(Completeness found, Chrome chrome) {
    var problems = new Problems();
    found.steps().stream()
        .sorted()
        .forEach(
            it ->
                problems.add(
                    Wizard.path(it),
                    chrome.t("registration.review.incomplete", Wizard.name(it, chrome))));
    return problems;
  }
}
