package vn.ansinh.portal.mydata;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.datarights.RequestKind;
import vn.ansinh.datarights.Requesting;
import vn.ansinh.datarights.Requests;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** Asking the office to do something with one's own data, and what became of it. */
@Controller
class RequestsPages {

  static final String PATH = "/home/data/requests";
  private static final String TEMPLATE = "portal/mydata/requests";
  private static final Set<String> NOTICES = Set.of("sent", "withdrawn");

  private final Requests requests;
  private final RequestsScreen screen;
  private final Texts texts;

  RequestsPages(Requests requests, RequestsScreen screen, Texts texts) {
    this.requests = requests;
    this.screen = screen;
    this.texts = texts;
  }

  @GetMapping(PATH)
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String notice,
      Locale language) {
    var said =
        NOTICES.contains(notice) ? texts.of(language, "mydata.request.notice." + notice) : null;
    return Answers.page(
        TEMPLATE, screen.of(session.person(), null, "", said, Problems.NONE, language));
  }

  @PostMapping(PATH)
  ModelAndView send(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(required = false) @Nullable RequestKind kind,
      @RequestParam(defaultValue = "") String wish,
      Locale language) {
    if (kind == null) {
      return again(session, null, wish, "kind", "kind", HttpStatus.UNPROCESSABLE_CONTENT, language);
    }
    return switch (requests.send(session.person(), kind, wish)) {
      case Requesting.Sent _ -> Answers.seeOther(PATH + "?notice=sent");
      case Requesting.Unreadable _ ->
          again(session, kind, wish, "wish", "wish", HttpStatus.UNPROCESSABLE_CONTENT, language);
      case Requesting.AlreadyWaiting _ ->
          again(session, kind, wish, "kind", "waiting", HttpStatus.UNPROCESSABLE_CONTENT, language);
      case Requesting.TooMany _ ->
          again(session, kind, wish, "kind", "many", HttpStatus.TOO_MANY_REQUESTS, language);
    };
  }

  @PostMapping(PATH + "/{id}/withdrawal")
  ModelAndView withdraw(@AuthenticationPrincipal CitizenSession session, @PathVariable UUID id) {
    return Answers.seeOther(
        requests.withdraw(session.person(), id) ? PATH + "?notice=withdrawn" : PATH);
  }

  private ModelAndView again(
      CitizenSession session,
      @Nullable RequestKind kind,
      String wish,
      String field,
      String problem,
      HttpStatus status,
      Locale language) {
    var sentence = texts.of(language, "mydata.request.problem." + problem);
    var problems = new Problems().add(field, sentence);
    return Answers.status(
        status, TEMPLATE, screen.of(session.person(), kind, wish, null, problems, language));
  }
}
