package vn.ansinh.console.children;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.Taking;
import vn.ansinh.console.Needs;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.guardianship.ApplicationId;
import vn.ansinh.guardianship.ChildDecision;
import vn.ansinh.guardianship.ChildDecisions;
import vn.ansinh.guardianship.ChildDesk;
import vn.ansinh.guardianship.GuardianshipDesk;
import vn.ansinh.guardianship.LinkId;
import vn.ansinh.guardianship.UnreachedGuardians;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Answers;
import vn.ansinh.web.PictureAnswers;
import vn.ansinh.web.PictureReferences;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** Applications for children's accounts: look, compare, decide; and ending a guardianship. */
@Controller
class ChildDeskPages {

  private static final String LIST = "console/children/children";
  private static final String FILE = "console/children/file";
  private static final int LONGEST_NOTE = 500;
  private static final Budget LOOK_UPS =
      Budget.of("guardianship.look-ups", 60, Duration.ofHours(1));

  private final ChildDesk desk;
  private final ChildDecisions decisions;
  private final GuardianshipDesk guardianshipDesk;
  private final UnreachedGuardians unreached;
  private final ChildListScreen list;
  private final ChildFileScreen screen;
  private final Files files;
  private final Budgets budgets;
  private final PictureReferences references;
  private final Texts texts;

  ChildDeskPages(
      ChildDesk desk,
      ChildDecisions decisions,
      GuardianshipDesk guardianshipDesk,
      UnreachedGuardians unreached,
      ChildListScreen list,
      ChildFileScreen screen,
      Files files,
      Budgets budgets,
      PictureReferences references,
      Texts texts) {
    this.desk = desk;
    this.decisions = decisions;
    this.guardianshipDesk = guardianshipDesk;
    this.unreached = unreached;
    this.list = list;
    this.screen = screen;
    this.files = files;
    this.budgets = budgets;
    this.references = references;
    this.texts = texts;
  }

  @GetMapping("/console/children")
  ModelAndView list(
      @RequestParam(defaultValue = "") String done,
      @RequestParam(required = false) @Nullable UUID after,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var said = said(done, language);
    return Answers.page(LIST, list.page(officer, after, said, Problems.NONE, language));
  }

  /** The number must stand in no address. */
  @Needs(Permission.SEND_BACK)
  @PostMapping("/console/children/search")
  ModelAndView search(
      @RequestParam(defaultValue = "") String number,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    if (budgets.take(LOOK_UPS, officer.id().value().toString())
        instanceof Taking.Spent(var until)) {
      var sentence =
          texts.of(language, "children.desk.search.tooMany", VietnamTime.showTime(until));
      var problems = new Problems().add("number", sentence);
      var page = list.page(officer, null, null, problems, language);
      return Answers.status(HttpStatus.TOO_MANY_REQUESTS, LIST, page);
    }
    return guardianshipDesk
        .approvedFor(number, officer)
        .map(it -> Answers.seeOther(path(it)))
        .orElseGet(
            () -> {
              var sentence = texts.of(language, "children.desk.search.none");
              var problems = new Problems().add("number", sentence);
              return Answers.unprocessable(
                  LIST, list.page(officer, null, null, problems, language));
            });
  }

  @Needs(Permission.SEND_BACK)
  @PostMapping("/console/children/unreached/{id}/done")
  ModelAndView reached(@PathVariable UUID id, @AuthenticationPrincipal Officer officer) {
    if (!unreached.done(id, officer)) {
      throw notFound();
    }
    return Answers.seeOther("/console/children?done=REACHED");
  }

  @GetMapping("/console/children/{id}")
  ModelAndView show(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String done,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var said = said(done, language);
    var nothing = ChildFileScreen.Typed.NOTHING;
    return Answers.page(FILE, file(id, officer, nothing, said, Problems.NONE, language));
  }

  @Needs(Permission.DECIDE)
  @PostMapping("/console/children/{id}/approval")
  ModelAndView approve(
      @PathVariable UUID id,
      @RequestParam int version,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var decision = decisions.approve(new ApplicationId(id), version, officer);
    return answer(decision, "APPROVED", id, officer, ChildFileScreen.Typed.NOTHING, language);
  }

  @Needs(Permission.SEND_BACK)
  @PostMapping("/console/children/{id}/return")
  ModelAndView giveBack(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") List<String> reason,
      @RequestParam(defaultValue = "") String note,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var typed = new ChildFileScreen.Typed("RETURN", reason, cut(note));
    var decision =
        decisions.returnForCorrection(
            new ApplicationId(id), version, officer, reason, typed.note());
    return answer(decision, "RETURNED", id, officer, typed, language);
  }

  @Needs(Permission.DECIDE)
  @PostMapping("/console/children/{id}/rejection")
  ModelAndView reject(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") List<String> reason,
      @RequestParam(defaultValue = "") String note,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var typed = new ChildFileScreen.Typed("REJECT", reason, cut(note));
    var decision = decisions.reject(new ApplicationId(id), version, officer, reason, typed.note());
    return answer(decision, "REJECTED", id, officer, typed, language);
  }

  @Needs(Permission.DECIDE)
  @PostMapping("/console/children/{id}/guardians/{link}/end")
  ModelAndView end(
      @PathVariable UUID id,
      @PathVariable UUID link,
      @RequestParam(defaultValue = "false") boolean childSaidNo,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var file = new ApplicationId(id);
    var ended =
        childSaidNo
            ? guardianshipDesk.childSaidNo(file, new LinkId(link), officer, language)
            : guardianshipDesk.end(file, new LinkId(link), officer);
    return ended instanceof ChildDecision.Done
        ? Answers.seeOther(path(new ApplicationId(id)) + "?done=ENDED")
        : answer(ended, "ENDED", id, officer, ChildFileScreen.Typed.NOTHING, language);
  }

  @GetMapping("/console/children/{id}/photos/{kind}")
  ResponseEntity<Resource> photo(
      @PathVariable UUID id,
      @PathVariable FileKind kind,
      @RequestParam(defaultValue = "") String ref,
      @AuthenticationPrincipal Officer officer) {
    var application = new ApplicationId(id);
    if (!references.isGood(ref, picture(application, kind), id)) {
      throw notFound();
    }
    return desk.lookAtPicture(application, kind, officer)
        .flatMap(files::open)
        .map(it -> PictureAnswers.jpeg(it.jpeg()))
        .orElseThrow(ChildDeskPages::notFound);
  }

  static String path(ApplicationId id) {
    return "/console/children/" + id.value();
  }

  static String picture(ApplicationId id, FileKind kind) {
    return path(id) + "/photos/" + kind;
  }

  private ModelAndView answer(
      ChildDecision decision,
      String done,
      UUID id,
      Officer officer,
      ChildFileScreen.Typed typed,
      Locale language) {
    return switch (decision) {
      case ChildDecision.Done _ -> Answers.seeOther("/console/children?done=" + done);
      case ChildDecision.NotFound _ -> throw notFound();
      default -> {
        var key = "children.desk.refused." + decision.getClass().getSimpleName();
        var problems = new Problems().add("decide", texts.of(language, key));
        yield Answers.unprocessable(FILE, file(id, officer, typed, null, problems, language));
      }
    };
  }

  private ChildFilePage file(
      UUID id,
      Officer officer,
      ChildFileScreen.Typed typed,
      @Nullable String done,
      Problems problems,
      Locale language) {
    var file = desk.open(new ApplicationId(id), officer).orElseThrow(ChildDeskPages::notFound);
    return screen.page(file, officer, typed, done, problems, language);
  }

  private @Nullable String said(String done, Locale language) {
    return texts.find(language, "children.desk.done." + done).orElse(null);
  }

  private static String cut(String note) {
    return note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note;
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
