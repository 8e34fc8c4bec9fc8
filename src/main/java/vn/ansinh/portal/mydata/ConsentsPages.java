package vn.ansinh.portal.mydata;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Purpose;
import vn.ansinh.consents.Said;
import vn.ansinh.portal.Devices;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Texts;

/** What somebody agreed to, and one press to take it back or to give it. */
@Controller
class ConsentsPages {

  static final String PATH = MyDataPages.PATH + "/consents";

  private static final String TEMPLATE = "portal/mydata/consents";
  private static final Set<String> NOTICES = Set.of("given", "withdrawn", "child");

  private final Consents consents;
  private final ConsentsScreen screen;
  private final Texts texts;

  ConsentsPages(Consents consents, ConsentsScreen screen, Texts texts) {
    this.consents = consents;
    this.screen = screen;
    this.texts = texts;
  }

  @GetMapping(PATH)
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String notice,
      Locale language) {
    var said = NOTICES.contains(notice) ? texts.of(language, "consents.notice." + notice) : null;
    return Answers.page(TEMPLATE, screen.of(session.person(), said, null, language));
  }

  @PostMapping(PATH + "/{purpose}")
  ModelAndView give(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable Purpose purpose,
      @RequestParam(defaultValue = "0") int wording,
      HttpServletRequest request,
      Locale language) {
    if (purpose.isAboutChild()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return switch (consents.give(session.person(), purpose, wording, said(request, language))) {
      case GIVEN -> Answers.seeOther(PATH + "?notice=given");
      case OTHER_TEXT ->
          refused(session, HttpStatus.UNPROCESSABLE_CONTENT, "consents.changed", language);
      case TOO_OFTEN -> refused(session, HttpStatus.TOO_MANY_REQUESTS, "consents.often", language);
    };
  }

  @PostMapping(PATH + "/{purpose}/withdrawal")
  ModelAndView withdraw(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable Purpose purpose,
      HttpServletRequest request,
      Locale language) {
    if (purpose.isAboutChild()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return consents.withdraw(session.person(), purpose, said(request, language))
        ? Answers.seeOther(PATH + "?notice=withdrawn")
        : refused(session, HttpStatus.CONFLICT, "consents.stale", language);
  }

  /** Only what this representative gave; of anybody else's there is none. */
  @PostMapping(PATH + "/{purpose}/{holder}/withdrawal")
  ModelAndView withdrawForChild(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable Purpose purpose,
      @PathVariable UUID holder,
      HttpServletRequest request,
      Locale language) {
    if (!purpose.isAboutChild()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return consents.withdrawFor(holder, session.person(), purpose, said(request, language))
        ? Answers.seeOther(PATH + "?notice=child")
        : refused(session, HttpStatus.CONFLICT, "consents.stale", language);
  }

  private ModelAndView refused(
      CitizenSession session, HttpStatus status, String key, Locale language) {
    return Answers.status(
        status, TEMPLATE, screen.of(session.person(), null, texts.of(language, key), language));
  }

  private static Said said(HttpServletRequest request, Locale language) {
    return new Said(Place.MY_DATA, Devices.of(request).name(), language.getLanguage());
  }
}
