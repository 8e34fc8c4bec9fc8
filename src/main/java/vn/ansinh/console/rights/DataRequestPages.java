package vn.ansinh.console.rights;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.console.Needs;
import vn.ansinh.datarights.RequestDesk;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** What people ask about their data, by what is due first, and the office's answers. */
@Controller
@RequestMapping(DataRequestPages.PATH)
class DataRequestPages {

  static final String PATH = "/console/data-requests";
  private static final String LIST = "console/rights/requests";
  private static final String ONE = "console/rights/request";

  private final RequestDesk desk;
  private final DataRequestScreen screen;
  private final Texts texts;

  DataRequestPages(RequestDesk desk, DataRequestScreen screen, Texts texts) {
    this.desk = desk;
    this.screen = screen;
    this.texts = texts;
  }

  @GetMapping
  ModelAndView list(
      @RequestParam(defaultValue = "") String done,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var said = texts.find(language, "rights.done." + done).orElse(null);
    return Answers.page(LIST, screen.list(officer, said, language));
  }

  @GetMapping("/{id}")
  ModelAndView show(
      @PathVariable UUID id, @AuthenticationPrincipal Officer officer, Locale language) {
    return one(id, HttpStatus.OK, "", Problems.NONE, officer, language);
  }

  @Needs(Permission.DECIDE)
  @PostMapping("/{id}/answer")
  ModelAndView answer(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Boolean granted,
      @RequestParam(defaultValue = "") String answer,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    if (granted == null) {
      return again(id, "granted", answer, officer, language);
    }
    return switch (desk.answer(id, granted, answer, officer)) {
      case DONE -> Answers.seeOther(PATH + "?done=answered");
      case UNREADABLE -> again(id, "answer", answer, officer, language);
      case NOT_FOUND -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private ModelAndView again(
      UUID id, String field, String answer, Officer officer, Locale language) {
    var problems = new Problems().add(field, texts.of(language, "rights.problem." + field));
    return one(id, HttpStatus.UNPROCESSABLE_CONTENT, answer, problems, officer, language);
  }

  private ModelAndView one(
      UUID id,
      HttpStatus status,
      String answer,
      Problems problems,
      Officer officer,
      Locale language) {
    var request =
        desk.open(id, officer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return Answers.status(status, ONE, screen.one(request, answer, problems, officer, language));
  }
}
