package vn.ansinh.portal.children;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.guardianship.ApplicationStatus;
import vn.ansinh.guardianship.ChildApplication;
import vn.ansinh.guardianship.ChildApplications;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.review.Reasons;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;

/** Đăng ký tài khoản cho con: the beginning, and where an application stands. */
@Controller
class ApplicationPages {

  private final ChildApplications applications;
  private final OpenApplication open;
  private final Offices offices;
  private final Reasons reasons;

  ApplicationPages(
      ChildApplications applications, OpenApplication open, Offices offices, Reasons reasons) {
    this.applications = applications;
    this.open = open;
    this.offices = offices;
    this.reasons = reasons;
  }

  @GetMapping("/home/children/new")
  ModelAndView introduce(@AuthenticationPrincipal CitizenSession session) {
    return Answers.page(
        "portal/children/start", new StartPage(applications.mayApply(session.person())));
  }

  /** The draft there is goes on where it was left. */
  @PostMapping("/home/children/applications")
  ModelAndView start(@AuthenticationPrincipal CitizenSession session, Locale language) {
    return applications
        .start(session.person(), language)
        .map(it -> Answers.seeOther(ChildWizard.path(it.id(), ChildWizard.Step.CHILD)))
        .orElseGet(
            () ->
                Answers.status(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "portal/children/start",
                    new StartPage(false)));
  }

  @GetMapping("/home/children/applications/{id}")
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable UUID id,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return Answers.page("portal/children/application", page(open.find(session, id), chrome));
  }

  @PostMapping("/home/children/applications/{id}/withdrawal")
  ModelAndView withdraw(@AuthenticationPrincipal CitizenSession session, @PathVariable UUID id) {
    var application = open.find(session, id);
    boolean withdrawn = applications.withdraw(session.person(), application.id());
    return Answers.seeOther(
        withdrawn ? "/home/children?notice=withdrawn" : ChildWizard.path(application.id()));
  }

  private ApplicationPage page(ChildApplication application, Chrome chrome) {
    var status = application.status();
    var since = application.submittedAt();
    return new ApplicationPage(
        ChildWizard.path(application.id()),
        application.name(),
        status.name(),
        tone(status),
        since == null ? null : VietnamTime.show(since),
        reasons(application, chrome),
        application.note(),
        office(application.officeCode()),
        status.isEditable() ? ChildWizard.path(application.id(), ChildWizard.Step.CHILD) : null,
        status.isEditable() || status == ApplicationStatus.SUBMITTED);
  }

  /** In the words of the day of the decision. */
  private List<ApplicationPage.Reason> reasons(ChildApplication application, Chrome chrome) {
    var decidedAt = application.decidedAt();
    return decidedAt == null
        ? List.of()
        : application.reasons().stream()
            .flatMap(it -> reasons.find(it, VietnamTime.date(decidedAt)).stream())
            .map(it -> it.in(chrome.locale()))
            .map(it -> new ApplicationPage.Reason(it.wrong(), it.toDo()))
            .toList();
  }

  static String tone(ApplicationStatus status) {
    return switch (status) {
      case DRAFT, WITHDRAWN -> "";
      case SUBMITTED -> "note";
      case RETURNED -> "warn";
      case APPROVED -> "good";
      case REJECTED -> "bad";
    };
  }

  private @Nullable Office office(@Nullable String code) {
    return code == null ? null : offices.find(code).orElse(null);
  }
}
