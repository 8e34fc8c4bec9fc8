package vn.ansinh.portal.children;

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
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.guardianship.ApplicationId;
import vn.ansinh.guardianship.ChildApplication;
import vn.ansinh.guardianship.ChildApplications;
import vn.ansinh.guardianship.ChildField;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.portal.OfficeList;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** Cơ quan tiếp nhận: those near the guardian's home first, then any other. */
@Controller
class ChildOfficePages {

  private static final String TEMPLATE = "portal/children/office";

  private final ChildApplications applications;
  private final OpenApplication open;
  private final People people;
  private final Offices offices;
  private final OfficeList list;

  ChildOfficePages(
      ChildApplications applications,
      OpenApplication open,
      People people,
      Offices offices,
      OfficeList list) {
    this.applications = applications;
    this.open = open;
    this.people = people;
    this.offices = offices;
    this.list = list;
  }

  @GetMapping("/home/children/applications/{id}/office")
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable UUID id,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return open.with(
        session, id, it -> Answers.page(TEMPLATE, page(it, null, Problems.NONE, chrome)));
  }

  @PostMapping("/home/children/applications/{id}/office")
  ModelAndView choose(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String go,
      @RequestParam(defaultValue = "") String officeCode,
      @RequestParam(defaultValue = "") String officeProvince,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    applications.save(session.person(), new ApplicationId(id), it -> it.at(officeCode));
    return open.with(
        session,
        id,
        it -> {
          if (go.equals("back")) {
            return Answers.seeOther(ChildWizard.path(it.id(), ChildWizard.Step.PHOTOS));
          }
          if (go.equals("offices")) {
            return Answers.page(TEMPLATE, page(it, officeProvince, Problems.NONE, chrome));
          }
          var problems = open.problems(it, chrome, ChildField.OFFICE_CODE);
          return problems.any()
              ? Answers.unprocessable(TEMPLATE, page(it, officeProvince, problems, chrome))
              : Answers.seeOther(ChildWizard.path(it.id(), ChildWizard.Step.REVIEW));
        });
  }

  private ChildOfficePage page(
      ChildApplication application, @Nullable String province, Problems problems, Chrome chrome) {
    var chosen = OpenApplication.form(application).officeCode();
    boolean other = OfficeList.names(province);
    var suggested = other ? List.<Office>of() : suggested(application);
    return new ChildOfficePage(
        ChildWizard.at(ChildWizard.Step.OFFICE, application.id(), chrome),
        chosen,
        list.options(province, suggested, chosen, chrome),
        !suggested.isEmpty(),
        list.provinces(),
        other ? province : null,
        problems);
  }

  private List<Office> suggested(ChildApplication application) {
    var address = people.find(application.guardian()).map(Person::address).orElse(null);
    return address == null ? List.of() : offices.suggest(address.layer(), address.wardCode());
  }
}
