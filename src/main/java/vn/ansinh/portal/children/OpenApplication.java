package vn.ansinh.portal.children;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.guardianship.ApplicationId;
import vn.ansinh.guardianship.ChildApplication;
import vn.ansinh.guardianship.ChildApplications;
import vn.ansinh.guardianship.ChildField;
import vn.ansinh.guardianship.ChildForm;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** What the pages of an application have in common: whose it is, and what is wrong with it. */
@Component
class OpenApplication {

  private final ChildApplications applications;

  OpenApplication(ChildApplications applications) {
    this.applications = applications;
  }

  /** Nobody else's exists; one that is handed in shows where it stands instead. */
  ModelAndView with(
      CitizenSession session, UUID id, Function<ChildApplication, ModelAndView> answer) {
    var application = find(session, id);
    return application.status().isEditable()
        ? answer.apply(application)
        : Answers.seeOther(ChildWizard.path(application.id()));
  }

  ChildApplication find(CitizenSession session, UUID id) {
    return applications
        .find(session.person(), new ApplicationId(id))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  static ChildForm form(ChildApplication application) {
    var form = application.form();
    if (form == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return form;
  }

  /** Of one page only; each leads to its field. */
  Problems problems(ChildApplication application, Chrome chrome, ChildField... ofPage) {
    var problems = new Problems();
    var all = applications.problems(application);
    for (var field : ofPage) {
      var what = all.get(field);
      if (what != null) {
        problems.add(anchor(field), sentence(field, what, chrome));
      }
    }
    return problems;
  }

  /** On the last pages everything that is wrong anywhere, each with a link to its page. */
  static Problems everywhere(Map<ChildField, String> problems, ApplicationId id, Chrome chrome) {
    var found = new Problems();
    problems.forEach(
        (field, what) ->
            found.add(
                ChildWizard.path(id, step(field)) + "#" + anchor(field),
                sentence(field, what, chrome)));
    return found;
  }

  static String anchor(ChildField field) {
    return switch (field) {
      case RELATION -> "relation";
      case NUMBER -> "number";
      case FULL_NAME -> "fullName";
      case BIRTH_DATE -> "birth";
      case SEX -> "sex";
      case OFFICE_CODE -> "officeCode";
      case PORTRAIT, BIRTH_CERTIFICATE -> field.name();
    };
  }

  private static ChildWizard.Step step(ChildField field) {
    return switch (field) {
      case RELATION, NUMBER, FULL_NAME, BIRTH_DATE, SEX -> ChildWizard.Step.CHILD;
      case PORTRAIT, BIRTH_CERTIFICATE -> ChildWizard.Step.PHOTOS;
      case OFFICE_CODE -> ChildWizard.Step.OFFICE;
    };
  }

  private static String sentence(ChildField field, String what, Chrome chrome) {
    var key = "children.problem." + field + "." + what;
    return chrome.t(chrome.has(key) ? key : "registration.photos.refused." + what);
  }
}
