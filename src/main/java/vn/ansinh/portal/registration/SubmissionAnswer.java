package vn.ansinh.portal.registration;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.DraftId;
import vn.ansinh.registration.PhoneConfirmation;
import vn.ansinh.registration.Step;
import vn.ansinh.registration.Submission;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;

/**
 * Submits a draft and says what came of it. The draft's own id is the idempotency key: one draft
 * becomes one declaration, however often a button is pressed or a connection breaks.
 */
@Component
class SubmissionAnswer {

  private final Declarations declarations;
  private final PhoneConfirmation phones;
  private final WizardBudgets budgets;

  SubmissionAnswer(Declarations declarations, PhoneConfirmation phones, WizardBudgets budgets) {
    this.declarations = declarations;
    this.phones = phones;
    this.budgets = budgets;
  }

  ModelAndView send(OpenDraft open, HttpServletRequest request, Chrome chrome) {
    var draft = open.draft().id();
    if (!budgets.maySubmit(draft, request)) {
      return refused(HttpStatus.TOO_MANY_REQUESTS, "tooMany", Step.REVIEW, "main", chrome);
    }
    var submission = declarations.submit(draft, draft.value());
    if (submission.tellsOfOthers()) {
      budgets.refusedAsTaken(request);
    }
    return switch (submission) {
      case Submission.Accepted _ -> Answers.seeOther("/registration/done");
      case Submission.PhoneTaken _ -> phoneTaken(draft, chrome);
      case Submission.EmailTaken _ -> refused("emailTaken", Step.DECLARATION, "email", chrome);
      case Submission.NumberNotFound _ -> refused("numberNotFound", Step.NUMBER, "number", chrome);
      case Submission.NumberAlreadyOpen _ -> refused("numberOpen", null, "/status", chrome);
      case Submission.NumberAlreadyRegistered _ ->
          refused("numberRegistered", null, "/sign-in", chrome);
      case Submission.OfficeClosed _ -> refused("officeClosed", Step.OFFICE, "officeCode", chrome);
      case Submission.Incomplete _ -> Answers.seeOther(Wizard.path(Step.REVIEW));
      case Submission.NotConfirmed _ -> Answers.seeOther(Wizard.path(Step.CONFIRM));
      case Submission.KeyReused _, Submission.Gone _ -> Answers.seeOther("/registration");
    };
  }

  /** A phone somebody else has only named goes to whoever confirms it. */
  private ModelAndView phoneTaken(DraftId draft, Chrome chrome) {
    var canProve = phones.of(draft).isPresent();
    return Answers.status(
        HttpStatus.CONFLICT,
        "portal/registration/refused",
        new RefusedPage(
            Wizard.at(Step.CONFIRM, chrome, null),
            "phoneTaken",
            Wizard.path(Step.DECLARATION) + "#phone",
            canProve ? "/registration/phone" : null));
  }

  private static ModelAndView refused(String why, @Nullable Step fix, String where, Chrome chrome) {
    return refused(HttpStatus.CONFLICT, why, fix, where, chrome);
  }

  private static ModelAndView refused(
      HttpStatus status, String why, @Nullable Step fix, String where, Chrome chrome) {
    var fixAt = fix == null ? where : Wizard.path(fix) + "#" + where;
    return Answers.status(
        status,
        "portal/registration/refused",
        new RefusedPage(Wizard.at(Step.CONFIRM, chrome, null), why, fixAt, null));
  }
}
