package vn.ansinh.portal.registration;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.files.FilesException;
import vn.ansinh.web.Answers;

@ControllerAdvice("vn.ansinh.portal.registration")
class WizardAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(WizardAdvice.class);

  @ExceptionHandler(OpenDraftParameter.NoDraft.class)
  ModelAndView startAgain() {
    return Answers.seeOther("/registration");
  }

  @ExceptionHandler(OpenDraftParameter.AlreadySent.class)
  ModelAndView showWhatWasSent() {
    return Answers.seeOther(OpenDraftParameter.DONE);
  }

  /** The place of pictures is out of reach: nothing is lost, only not now. */
  @ExceptionHandler
  void noPlaceForPictures(FilesException why, HttpServletResponse response) throws IOException {
    LOG.error("a picture was not taken", why);
    response.setHeader(HttpHeaders.RETRY_AFTER, "10");
    response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
  }
}
