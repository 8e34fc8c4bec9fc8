package vn.ansinh.console.adjusting;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.adjusting.AdjustmentDecision;
import vn.ansinh.adjusting.AdjustmentDesk;
import vn.ansinh.adjusting.AdjustmentQueue;
import vn.ansinh.adjusting.AdjustmentStatus;
import vn.ansinh.console.Needs;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Answers;
import vn.ansinh.web.PictureAnswers;
import vn.ansinh.web.PictureReferences;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** Requests to have changed what the register says: look, take, compare, decide. */
@Controller
@RequestMapping(AdjustmentPages.PATH)
class AdjustmentPages {

  static final String PATH = "/console/adjusting";
  private static final String LIST = "console/adjusting/adjustments";
  private static final String ONE = "console/adjusting/adjustment";

  private final AdjustmentDesk desk;
  private final AdjustmentQueue queue;
  private final AdjustmentListScreen list;
  private final AdjustmentScreen screen;
  private final Files files;
  private final PictureReferences references;
  private final Texts texts;

  AdjustmentPages(
      AdjustmentDesk desk,
      AdjustmentQueue queue,
      AdjustmentListScreen list,
      AdjustmentScreen screen,
      Files files,
      PictureReferences references,
      Texts texts) {
    this.desk = desk;
    this.queue = queue;
    this.list = list;
    this.screen = screen;
    this.files = files;
    this.references = references;
    this.texts = texts;
  }

  @GetMapping
  ModelAndView list(
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "SUBMITTED") AdjustmentStatus state,
      @RequestParam(required = false) @Nullable UUID after,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var said = said(done, language);
    return Answers.page(LIST, list.page(officer, state, after, "", said, Problems.NONE, language));
  }

  /** Posted, so that no code lies in an address. */
  @Needs(Permission.SEE_FILES)
  @PostMapping("/search")
  ModelAndView search(
      @RequestParam(defaultValue = "") String code,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    return queue
        .byCode(code, officer)
        .map(it -> Answers.seeOther(path(it)))
        .orElseGet(() -> notThere(code, officer, language));
  }

  private ModelAndView notThere(String code, Officer officer, Locale language) {
    var problems = new Problems().add("code", texts.of(language, "adjusting.desk.search.nothing"));
    return Answers.unprocessable(
        LIST, list.page(officer, AdjustmentStatus.SUBMITTED, null, code, null, problems, language));
  }

  @GetMapping("/{id}")
  ModelAndView show(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String done,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var said = said(done, language);
    return one(id, HttpStatus.OK, "", said, Problems.NONE, officer, language);
  }

  @Needs(Permission.SEND_BACK)
  @PostMapping("/{id}/taking")
  ModelAndView take(
      @PathVariable UUID id, @AuthenticationPrincipal Officer officer, Locale language) {
    var taken = desk.take(id, officer);
    return taken instanceof AdjustmentDecision.Done
        ? Answers.seeOther(path(id) + "?done=TAKEN")
        : refused(taken, id, "", officer, language);
  }

  @Needs(Permission.SEND_BACK)
  @PostMapping("/{id}/giving-back")
  ModelAndView giveBack(
      @PathVariable UUID id, @AuthenticationPrincipal Officer officer, Locale language) {
    return answer(desk.giveBack(id, officer), "GIVEN_BACK", id, "", officer, language);
  }

  @Needs(Permission.DECIDE)
  @PostMapping("/{id}/approval")
  ModelAndView approve(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String mark,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var decision = desk.approve(id, version, mark, officer);
    var done =
        decision instanceof AdjustmentDecision.Done(var written) && !written ? "APPROVED" : "DONE";
    return answer(decision, done, id, "", officer, language);
  }

  @Needs(Permission.SEND_BACK)
  @PostMapping("/{id}/return")
  ModelAndView giveBackToPerson(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String answer,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var decision = desk.returnForCorrection(id, version, officer, answer);
    return answer(decision, "RETURNED", id, answer, officer, language);
  }

  @Needs(Permission.DECIDE)
  @PostMapping("/{id}/rejection")
  ModelAndView reject(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String answer,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var decision = desk.reject(id, version, officer, answer);
    return answer(decision, "REJECTED", id, answer, officer, language);
  }

  @GetMapping("/{id}/photos/{kind}")
  ResponseEntity<Resource> photo(
      @PathVariable UUID id,
      @PathVariable FileKind kind,
      @RequestParam(defaultValue = "") String ref,
      @AuthenticationPrincipal Officer officer) {
    if (!references.isGood(ref, picture(id, kind), id)) {
      throw notFound();
    }
    return desk.lookAtPicture(id, kind, officer)
        .flatMap(files::open)
        .map(it -> PictureAnswers.jpeg(it.jpeg()))
        .orElseThrow(AdjustmentPages::notFound);
  }

  static String path(UUID id) {
    return PATH + "/" + id;
  }

  static String picture(UUID id, FileKind kind) {
    return path(id) + "/photos/" + kind;
  }

  private ModelAndView answer(
      AdjustmentDecision decision,
      String done,
      UUID id,
      String answer,
      Officer officer,
      Locale language) {
    return decision instanceof AdjustmentDecision.Done
        ? Answers.seeOther(PATH + "?done=" + done)
        : refused(decision, id, answer, officer, language);
  }

  private ModelAndView refused(
      AdjustmentDecision decision, UUID id, String answer, Officer officer, Locale language) {
    if (decision instanceof AdjustmentDecision.NotFound) {
      throw notFound();
    }
    var field = decision instanceof AdjustmentDecision.NoAnswer ? "answer" : "decide";
    var key = "adjusting.desk.refused." + decision.getClass().getSimpleName();
    var problems = new Problems().add(field, texts.of(language, key));
    return one(id, HttpStatus.UNPROCESSABLE_CONTENT, answer, null, problems, officer, language);
  }

  private ModelAndView one(
      UUID id,
      HttpStatus status,
      String answer,
      @Nullable String done,
      Problems problems,
      Officer officer,
      Locale language) {
    var file = desk.open(id, officer).orElseThrow(AdjustmentPages::notFound);
    return Answers.status(status, ONE, screen.one(file, officer, answer, done, problems, language));
  }

  private @Nullable String said(String done, Locale language) {
    return texts.find(language, "adjusting.desk.done." + done).orElse(null);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
