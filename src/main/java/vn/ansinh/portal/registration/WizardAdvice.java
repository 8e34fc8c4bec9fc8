package vn.ansinh.portal.registration;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.web.Answers;

@ControllerAdvice("vn.ansinh.portal.registration")
class WizardAdvice {

  @ExceptionHandler(OpenDraftParameter.NoDraft.class)
  ModelAndView startAgain() {
    return Answers.seeOther("/registration");
  }

  @ExceptionHandler(OpenDraftParameter.AlreadySent.class)
  ModelAndView showWhatWasSent() {
    return Answers.seeOther(OpenDraftParameter.DONE);
  }
}
