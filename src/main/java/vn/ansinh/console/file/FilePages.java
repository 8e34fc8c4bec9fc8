package vn.ansinh.console.file;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import vn.ansinh.console.HandlingTexts;
import vn.ansinh.console.Needs;
import vn.ansinh.console.queue.Neighbours;
import vn.ansinh.console.queue.QueueQuery;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.review.CheckItem;
import vn.ansinh.review.Decision;
import vn.ansinh.review.Desk;
import vn.ansinh.review.FileDecisions;
import vn.ansinh.review.FileLooks;
import vn.ansinh.review.FileNotes;
import vn.ansinh.review.Handling;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Answers;

/** One file: look, take, compare, decide. Who may do what the desk itself knows. */
@Controller
@RequestMapping("/console/files/{id}")
class FilePages {

  private final Desk desk;
  private final FileLooks looks;
  private final FileNotes notes;
  private final FileDecisions decisions;
  private final FileScreen screen;
  private final Neighbours neighbours;
  private final HandlingTexts handlings;

  FilePages(
      Desk desk,
      FileLooks looks,
      FileNotes notes,
      FileDecisions decisions,
      FileScreen screen,
      Neighbours neighbours,
      HandlingTexts handlings) {
    this.desk = desk;
    this.looks = looks;
    this.notes = notes;
    this.decisions = decisions;
    this.screen = screen;
    this.neighbours = neighbours;
    this.handlings = handlings;
  }

  @GetMapping
  ModelAndView show(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String done,
      @ModelAttribute QueueQuery query,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    return Answers.page("console/file/file", page(id, Typed.done(done), query, officer, language));
  }

  /** Afterwards the next file opens by itself. */
  @Needs({Permission.SEND_BACK, Permission.DECIDE})
  @PostMapping("/decision")
  ModelAndView decide(
      @PathVariable UUID id,
      @RequestParam Decision.Kind kind,
      @RequestParam int version,
      @RequestParam(defaultValue = "") List<String> reason,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") List<CheckItem> ticked,
      @ModelAttribute QueueQuery query,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var file = new DeclarationId(id);
    var next = neighbours.of(file, query, officer).next();
    var handling =
        decisions.decide(file, new Decision(kind, version, reason, note), set(ticked), officer);
    if (handling instanceof Handling.Done) {
      return Answers.seeOther(
          next == null
              ? "/console/queue?done=" + kind
              : withDone("/console/files/" + next.value() + query.text(), kind.name()));
    }
    var problem = handlings.of(handling, language);
    return refused(
        id, new Typed(kind, reason, note, set(ticked), problem, null), query, officer, language);
  }

  @Needs(Permission.SEND_BACK)
  @PostMapping("/assignment")
  ModelAndView take(
      @PathVariable UUID id,
      @ModelAttribute QueueQuery query,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    return answer(id, desk.take(new DeclarationId(id), officer), "TAKEN", query, officer, language);
  }

  @Needs(Permission.SEND_BACK)
  @PostMapping("/release")
  ModelAndView giveBack(
      @PathVariable UUID id,
      @ModelAttribute QueueQuery query,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    return answer(
        id, desk.giveBack(new DeclarationId(id), officer), "GIVEN_BACK", query, officer, language);
  }

  @Needs(Permission.SEND_BACK)
  @PostMapping("/handover")
  ModelAndView handOver(
      @PathVariable UUID id,
      @RequestParam UUID colleague,
      @ModelAttribute QueueQuery query,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var handling = desk.handTo(new DeclarationId(id), new OfficerId(colleague), officer);
    return answer(id, handling, "HANDED_OVER", query, officer, language);
  }

  /** The file is gone from here afterwards, so the queue is shown. */
  @Needs(Permission.MOVE_FILES)
  @PostMapping("/move")
  ModelAndView move(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String toOffice,
      @ModelAttribute QueueQuery query,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var handling = desk.moveTo(new DeclarationId(id), toOffice, officer);
    return handling instanceof Handling.Done
        ? Answers.seeOther("/console/queue?done=MOVED")
        : answer(id, handling, "MOVED", query, officer, language);
  }

  @Needs(Permission.RECORD_PAPER)
  @PostMapping("/paper")
  ModelAndView recordPaper(
      @PathVariable UUID id,
      @ModelAttribute QueueQuery query,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    return answer(
        id, desk.recordPaper(new DeclarationId(id), officer), "PAPER", query, officer, language);
  }

  @Needs(Permission.SEND_BACK)
  @PostMapping("/notes")
  ModelAndView note(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String note,
      @ModelAttribute QueueQuery query,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    return answer(
        id, notes.note(new DeclarationId(id), note, officer), "NOTED", query, officer, language);
  }

  @Needs(Permission.SEND_BACK)
  @PostMapping("/ticks")
  ModelAndView tick(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") List<CheckItem> ticked,
      @ModelAttribute QueueQuery query,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var handling = notes.tick(new DeclarationId(id), set(ticked), officer);
    return answer(id, handling, "TICKED", query, officer, language);
  }

  private ModelAndView answer(
      UUID id, Handling handling, String done, QueueQuery query, Officer officer, Locale language) {
    return handling instanceof Handling.Done
        ? Answers.seeOther(withDone("/console/files/" + id + query.text(), done))
        : refused(id, Typed.refused(handlings.of(handling, language)), query, officer, language);
  }

  private ModelAndView refused(
      UUID id, Typed typed, QueueQuery query, Officer officer, Locale language) {
    return Answers.unprocessable("console/file/file", page(id, typed, query, officer, language));
  }

  private FilePage page(UUID id, Typed typed, QueueQuery query, Officer officer, Locale language) {
    var file =
        looks
            .open(new DeclarationId(id), officer)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return screen.of(file, typed, query, officer, language);
  }

  private static Set<CheckItem> set(List<CheckItem> ticked) {
    return ticked.isEmpty() ? EnumSet.noneOf(CheckItem.class) : EnumSet.copyOf(ticked);
  }

  static String withDone(String path, String done) {
    return path + (path.contains("?") ? "&" : "?") + "done=" + done;
  }
}
