package vn.ansinh.portal.children;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Sending;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.guardianship.ChildApplication;
import vn.ansinh.guardianship.ChildApplications;
import vn.ansinh.guardianship.ChildHandIns;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.Devices;
import vn.ansinh.portal.Masked;
import vn.ansinh.portal.children.ChildWizard.Step;
import vn.ansinh.portal.registration.ReviewPage;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** Xem lại: read through, committed to, and a code is sent to the guardian. */
@Controller
class ChildReviewPages {

  private static final String TEMPLATE = "portal/children/review";

  private final ChildApplications applications;
  private final ChildHandIns handIns;
  private final OpenApplication open;
  private final Offices offices;
  private final AskedConsents consents;

  ChildReviewPages(
      ChildApplications applications,
      ChildHandIns handIns,
      OpenApplication open,
      Offices offices,
      AskedConsents consents) {
    this.applications = applications;
    this.handIns = handIns;
    this.open = open;
    this.offices = offices;
    this.consents = consents;
  }

  @GetMapping("/home/children/applications/{id}/review")
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable UUID id,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return open.with(
        session, id, it -> Answers.page(TEMPLATE, page(it, null, new Problems(), chrome)));
  }

  @PostMapping("/home/children/applications/{id}/review")
  ModelAndView send(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String go,
      @RequestParam(defaultValue = "false") boolean commit,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return open.with(
        session,
        id,
        it -> {
          if (go.equals("back")) {
            return Answers.seeOther(ChildWizard.path(it.id(), Step.OFFICE));
          }
          var problems = OpenApplication.everywhere(applications.problems(it), it.id(), chrome);
          consents.say(it, request, chrome).forEach(problems::add);
          if (!commit) {
            problems.add("commit", chrome.t("registration.review.commit.problem"));
          }
          return problems.any()
              ? Answers.unprocessable(TEMPLATE, page(it, null, problems, chrome))
              : sent(it, Devices.of(request).network(), chrome);
        });
  }

  private ModelAndView sent(ChildApplication application, String network, Chrome chrome) {
    var sending =
        handIns.sendCode(application.guardian(), application.id(), chrome.locale(), network);
    if (sending.isEmpty()) {
      return Answers.seeOther(ChildWizard.path(application.id(), Step.REVIEW));
    }
    return switch (sending.get()) {
      case Sending.Sent _, Sending.TooSoon _ ->
          Answers.seeOther(ChildWizard.path(application.id(), Step.CONFIRM));
      case Sending.BudgetSpent(var from) ->
          Answers.unprocessable(
              TEMPLATE,
              page(
                  application,
                  chrome.t("registration.confirm.budget", VietnamTime.showTime(from)),
                  new Problems(),
                  chrome));
    };
  }

  private ChildReviewPage page(
      ChildApplication application, @Nullable String refused, Problems problems, Chrome chrome) {
    var contact = handIns.contact(application.guardian());
    return new ChildReviewPage(
        ChildWizard.at(Step.REVIEW, application.id(), chrome),
        lines(application, chrome),
        consents.asked(application, chrome),
        contact.filter(it -> it.channel() == Channel.EMAIL).isPresent(),
        contact.map(Masked::of).orElse(""),
        refused,
        problems);
  }

  private List<ReviewPage.Line> lines(ChildApplication application, Chrome chrome) {
    var form = OpenApplication.form(application);
    var child = ChildWizard.path(application.id(), Step.CHILD);
    var photos = application.portrait() != null && application.certificate() != null;
    return List.of(
        line(
            "children.field.RELATION",
            known("children.relation." + form.relation(), chrome),
            child,
            chrome),
        line("children.field.FULL_NAME", form.fullName(), child, chrome),
        line("children.field.NUMBER", form.number(), child, chrome),
        line("children.field.BIRTH_DATE", form.birthDate(), child, chrome),
        line(
            "children.field.SEX",
            known("registration.details.sex." + form.sex(), chrome),
            child,
            chrome),
        line(
            "children.step.photos",
            photos ? chrome.t("children.review.photos") : "",
            ChildWizard.path(application.id(), Step.PHOTOS),
            chrome),
        line(
            "children.step.office",
            offices.find(form.officeCode()).map(Office::label).orElse(""),
            ChildWizard.path(application.id(), Step.OFFICE),
            chrome));
  }

  private static String known(String key, Chrome chrome) {
    return chrome.has(key) ? chrome.t(key) : "";
  }

  private static ReviewPage.Line line(String label, String value, String at, Chrome chrome) {
    return new ReviewPage.Line(chrome.t(label), value, at);
  }
}
