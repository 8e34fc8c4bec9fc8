package vn.ansinh.console.admin;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.console.Needs;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.review.Reason;
import vn.ansinh.review.ReasonChange;
import vn.ansinh.review.ReasonKind;
import vn.ansinh.review.Reasons;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** The sentences officers choose from; what is written here is what people read. */
@Controller
@Needs(Permission.ADMINISTER)
@RequestMapping("/console/admin/reasons")
class ReasonPages {

  private static final String LIST = "/console/admin/reasons";

  private final Reasons reasons;
  private final Texts texts;
  private final Clock clock;

  ReasonPages(Reasons reasons, Texts texts, Clock clock) {
    this.reasons = reasons;
    this.texts = texts;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView list(@RequestParam(defaultValue = "") String done, Locale language) {
    return Answers.page(
        "console/admin/reasons",
        new ReasonsPage(
            Arrays.stream(ReasonKind.values()).map(it -> group(it, language)).toList(),
            texts.find(language, "review.reason.done." + done).orElse(null)));
  }

  @GetMapping("/new")
  ModelAndView ask(Locale language) {
    return Answers.page(
        "console/admin/reason",
        page(LIST, false, new ReasonPage.Form("", "", "", "", "", ""), Problems.NONE, language));
  }

  @PostMapping
  ModelAndView add(
      @ModelAttribute ReasonForm form,
      @AuthenticationPrincipal Officer administrator,
      Locale language) {
    var kind =
        Arrays.stream(ReasonKind.values())
            .filter(it -> it.name().equals(form.shown().kind()))
            .findFirst();
    if (kind.isEmpty()) {
      var problems = new Problems().add("kind", texts.of(language, "review.reason.problem.kind"));
      return Answers.unprocessable(
          "console/admin/reason", page(LIST, false, form.shown(), problems, language));
    }
    var change =
        reasons.add(
            form.shown().code(), kind.get(), form.vietnamese(), form.english(), administrator);
    return answer(LIST, false, form, change, language);
  }

  @GetMapping("/{code}")
  ModelAndView show(@PathVariable String code, Locale language) {
    var reason = present(code);
    return Answers.page(
        "console/admin/reason",
        page(
            LIST + "/" + code,
            true,
            new ReasonPage.Form(
                reason.code(),
                reason.kind().name(),
                reason.vietnamese().wrong(),
                reason.vietnamese().toDo(),
                reason.english().wrong(),
                reason.english().toDo()),
            Problems.NONE,
            language));
  }

  @PostMapping("/{code}")
  ModelAndView reword(
      @PathVariable String code,
      @ModelAttribute ReasonForm form,
      @AuthenticationPrincipal Officer administrator,
      Locale language) {
    var change = reasons.reword(code, form.vietnamese(), form.english(), administrator);
    return answer(LIST + "/" + present(code).code(), true, form, change, language);
  }

  @PostMapping("/{code}/retirement")
  ModelAndView retire(@PathVariable String code, @AuthenticationPrincipal Officer administrator) {
    present(code);
    reasons.retire(code, administrator);
    return Answers.seeOther(LIST + "?done=retired");
  }

  private ModelAndView answer(
      String path, boolean existing, ReasonForm form, ReasonChange change, Locale language) {
    var problems = new Problems();
    switch (change) {
      case ReasonChange.Done() -> {
        return Answers.seeOther(LIST + "?done=saved");
      }
      case ReasonChange.NotAllowed() -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
      case ReasonChange.Unknown() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      case ReasonChange.CodeTaken() ->
          problems.add("code", texts.of(language, "review.reason.problem.taken"));
      case ReasonChange.Invalid(var fields) ->
          fields.forEach(
              it ->
                  problems.add(
                      field(it),
                      texts.of(
                          language,
                          it == ReasonChange.Field.CODE
                              ? "review.reason.problem.code"
                              : "review.reason.problem.text")));
    }
    return Answers.unprocessable(
        "console/admin/reason", page(path, existing, form.shown(), problems, language));
  }

  private ReasonPage page(
      String path, boolean existing, ReasonPage.Form form, Problems problems, Locale language) {
    return new ReasonPage(
        path,
        existing,
        form,
        Arrays.stream(ReasonKind.values())
            .map(it -> new Option(it.name(), texts.of(language, "review.reason.kind." + it.name())))
            .toList(),
        problems);
  }

  private ReasonsPage.Group group(ReasonKind kind, Locale language) {
    return new ReasonsPage.Group(
        kind.name(),
        texts.of(language, "review.reason.kind." + kind.name()),
        reasons.today(kind).stream()
            .map(
                it ->
                    new ReasonsPage.Row(
                        LIST + "/" + it.code(),
                        it.code(),
                        it.in(language).wrong(),
                        it.in(language).toDo(),
                        VietnamTime.show(it.validFrom())))
            .toList());
  }

  private Reason present(String code) {
    return reasons
        .find(code, VietnamTime.today(clock))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static String field(ReasonChange.Field field) {
    return switch (field) {
      case CODE -> "code";
      case WRONG_VI -> "wrongVi";
      case TO_DO_VI -> "toDoVi";
      case WRONG_EN -> "wrongEn";
      case TO_DO_EN -> "toDoEn";
    };
  }
}
