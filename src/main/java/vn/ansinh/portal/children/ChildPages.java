package vn.ansinh.portal.children;

import java.util.Arrays;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.guardianship.ApplicationId;
import vn.ansinh.guardianship.ChildApplication;
import vn.ansinh.guardianship.ChildApplications;
import vn.ansinh.guardianship.ChildField;
import vn.ansinh.guardianship.Relation;
import vn.ansinh.identity.Sex;
import vn.ansinh.portal.registration.ThreeBoxes;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/** The child's data. */
@Controller
class ChildPages {

  private static final String TEMPLATE = "portal/children/child";
  private static final ChildField[] FIELDS = {
    ChildField.RELATION,
    ChildField.FULL_NAME,
    ChildField.BIRTH_DATE,
    ChildField.SEX,
    ChildField.NUMBER
  };

  private final ChildApplications applications;
  private final OpenApplication open;

  ChildPages(ChildApplications applications, OpenApplication open) {
    this.applications = applications;
    this.open = open;
  }

  @GetMapping("/home/children/applications/{id}/child")
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable UUID id,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return open.with(session, id, it -> Answers.page(TEMPLATE, page(it, Problems.NONE, chrome)));
  }

  @PostMapping("/home/children/applications/{id}/child")
  ModelAndView keep(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String go,
      @RequestParam(defaultValue = "") String relation,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String fullName,
      @RequestParam(defaultValue = "") String birthDay,
      @RequestParam(defaultValue = "") String birthMonth,
      @RequestParam(defaultValue = "") String birthYear,
      @RequestParam(defaultValue = "") String sex,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var born = ThreeBoxes.join(birthDay, birthMonth, birthYear);
    applications.save(
        session.person(),
        new ApplicationId(id),
        it -> it.withChild(relation, number.strip(), fullName.strip(), born, sex));
    return open.with(
        session,
        id,
        it -> {
          if (go.equals("back")) {
            return Answers.seeOther("/home/children");
          }
          var problems = open.problems(it, chrome, FIELDS);
          return problems.any()
              ? Answers.unprocessable(TEMPLATE, page(it, problems, chrome))
              : Answers.seeOther(ChildWizard.path(it.id(), ChildWizard.Step.PHOTOS));
        });
  }

  private static ChildPage page(ChildApplication application, Problems problems, Chrome chrome) {
    var form = OpenApplication.form(application);
    return new ChildPage(
        ChildWizard.at(ChildWizard.Step.CHILD, application.id(), chrome),
        form,
        ThreeBoxes.split(form.birthDate()),
        Arrays.stream(Relation.values())
            .map(it -> new Option(it.name(), chrome.t("children.relation." + it)))
            .toList(),
        Arrays.stream(Sex.values())
            .map(it -> new Option(it.name(), chrome.t("registration.details.sex." + it)))
            .toList(),
        problems);
  }
}
