package vn.ansinh.portal.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.files.FileId;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.files.PictureFault;
import vn.ansinh.files.Preflight;
import vn.ansinh.files.Safety;
import vn.ansinh.files.Upload;
import vn.ansinh.platform.Wiped;
import vn.ansinh.registration.Draft;
import vn.ansinh.registration.Drafts;
import vn.ansinh.registration.Field;
import vn.ansinh.registration.Step;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.PictureAnswers;
import vn.ansinh.web.PictureReferences;
import vn.ansinh.web.Problems;

/** Ảnh: one upload at a time, so that a broken connection costs one photo and never the form. */
@Controller
class PhotoPages {

  private static final String TEMPLATE = "portal/registration/photos";

  /** Usually long enough for a photo just sent to be shown instead of "being checked". */
  private static final Duration WAIT = Duration.ofMillis(400);

  /** For a free worker; with the wait before it no more than the two seconds promised. */
  private static final Duration ADVICE_WAIT = Duration.ofMillis(1500);

  private final WizardPages pages;
  private final Drafts drafts;
  private final Files files;
  private final Preflight preflight;
  private final PhotoReadings readings;
  private final WizardBudgets budgets;
  private final PictureReferences references;

  PhotoPages(
      WizardPages pages,
      Drafts drafts,
      Files files,
      Preflight preflight,
      PhotoReadings readings,
      WizardBudgets budgets,
      PictureReferences references) {
    this.pages = pages;
    this.drafts = drafts;
    this.files = files;
    this.preflight = preflight;
    this.readings = readings;
    this.budgets = budgets;
    this.references = references;
  }

  @GetMapping("/registration/photos")
  ModelAndView show(
      OpenDraft open,
      @RequestParam(defaultValue = "false") boolean photos,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return Answers.page(TEMPLATE, page(open, open.draft(), photos, Problems.NONE, chrome));
  }

  @PostMapping("/registration/photos")
  ModelAndView goOn(
      OpenDraft open,
      @RequestParam(defaultValue = "") String go,
      @RequestParam(defaultValue = "false") boolean confirmed,
      @RequestParam(defaultValue = "false") boolean verifiedPage,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    if (go.equals("back")) {
      return Answers.seeOther(Wizard.path(Step.DECLARATION));
    }
    if (go.equals("photos")) {
      return Answers.seeOther("/registration/photos?photos=true");
    }
    var problems = Findings.problems(pages.check(open.draft()), Step.PHOTOS, "", chrome);
    if (verifiedPage && open.draft().verified() && !confirmed) {
      problems = new Problems().add("confirmed", chrome.t("registration.photos.verified.problem"));
    }
    if (problems.any()) {
      return Answers.unprocessable(
          TEMPLATE, page(open, open.draft(), !verifiedPage, problems, chrome));
    }
    pages.move(open.draft(), Step.OFFICE);
    return Answers.seeOther(Wizard.path(Step.OFFICE));
  }

  @PostMapping("/registration/photos/{kind}")
  ModelAndView upload(
      OpenDraft open,
      @PathVariable FileKind kind,
      @RequestParam(required = false) @Nullable MultipartFile photo,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome)
      throws IOException {
    if (!FileKind.OF_DECLARATION.contains(kind)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    budgets.takePicture(open.draft().id(), request);
    var upload =
        photo == null
            ? new Upload.Refused(Upload.Reason.EMPTY)
            : Wiped.after(
                Files.read(photo.getInputStream()),
                it -> drafts.addPhoto(open.draft().id(), kind, it));
    return taken(open, kind, upload, chrome);
  }

  @PostMapping("/registration/photos/{kind}/rotation")
  ModelAndView rotate(
      OpenDraft open,
      @PathVariable FileKind kind,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    budgets.takePicture(open.draft().id(), request);
    owned(open, kind);
    return taken(open, kind, drafts.rotatePhoto(open.draft().id(), kind), chrome);
  }

  /** What the card in that photo says goes into the form, where it stays to be changed. */
  @PostMapping("/registration/photos/{kind}/filling")
  ModelAndView fill(
      OpenDraft open,
      @PathVariable FileKind kind,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    owned(open, kind);
    pages.keep(open, Step.PHOTOS, chrome, readings.filled(open.draft(), kind));
    return Answers.seeOther("/registration/photos?photos=true#" + kind);
  }

  /** Shown to the browser that holds the draft, to nobody else, and kept nowhere on the way. */
  @GetMapping("/registration/photos/{kind}/picture")
  ResponseEntity<Resource> picture(
      OpenDraft open, @PathVariable FileKind kind, @RequestParam(defaultValue = "") String ref) {
    return Optional.of(owned(open, kind))
        .filter(it -> references.isGood(ref, path(kind), it.value(), open.secret()))
        .flatMap(files::open)
        .map(it -> PictureAnswers.jpeg(it.jpeg()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private ModelAndView taken(OpenDraft open, FileKind kind, Upload upload, Chrome chrome) {
    return switch (upload) {
      case Upload.Stored _ -> Answers.seeOther("/registration/photos?photos=true#" + kind);
      case Upload.Refused(var reason) -> {
        var problems =
            new Problems().add(kind.name(), chrome.t("registration.photos.refused." + reason));
        yield Answers.unprocessable(TEMPLATE, page(open, open.draft(), true, problems, chrome));
      }
    };
  }

  private static String path(FileKind kind) {
    return "/registration/photos/" + kind + "/picture";
  }

  private static FileId owned(OpenDraft open, FileKind kind) {
    var id = open.draft().photos().of(kind);
    if (id == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return id;
  }

  private PhotosPage page(
      OpenDraft open, Draft draft, boolean wanted, Problems problems, Chrome chrome) {
    boolean hasPhotos = !draft.photos().ids().isEmpty();
    return new PhotosPage(
        pages.wizard(Step.PHOTOS, chrome, open),
        cards(open, draft, problems, chrome),
        draft.verified() && !wanted && !hasPhotos,
        false,
        problems);
  }

  private List<PhotoCard> cards(OpenDraft open, Draft draft, Problems problems, Chrome chrome) {
    long start = System.nanoTime();
    var safety = files.safety(draft.photos().ids(), WAIT);
    var faults = preflight.faults(draft.photos().ids(), ADVICE_WAIT);
    var left = WAIT.plus(ADVICE_WAIT).minusNanos(System.nanoTime() - start);
    var words = readings.words(draft, left, chrome);
    boolean passport = draft.content().typed(Field.PAPER_KIND).equals("PASSPORT");
    return FileKind.OF_DECLARATION.stream()
        .filter(it -> !(passport && it == FileKind.PAPER_BACK))
        .map(
            it ->
                card(open, it, draft.photos().of(it), safety, faults, problems, chrome)
                    .saying(words.getOrDefault(it, PhotoReadings.Words.NONE)))
        .toList();
  }

  private PhotoCard card(
      OpenDraft open,
      FileKind kind,
      @Nullable FileId id,
      Map<FileId, Safety> all,
      Map<FileId, Set<PictureFault>> remarked,
      Problems problems,
      Chrome chrome) {
    var problem = problems.of(kind.name());
    var safety = id == null ? null : all.get(id);
    if (id == null || safety == null) {
      return PhotoCard.of(kind, null, List.of(), null, problem);
    }
    var faults = remarked.getOrDefault(id, Set.of());
    return switch (safety) {
      case Safety.Safe _ ->
          PhotoCard.of(
              kind,
              references.to(path(kind), id.value(), open.secret()),
              faults.stream().map(it -> chrome.t("photo.advice." + it)).toList(),
              null,
              problem);
      case Safety.Waiting _ ->
          PhotoCard.of(kind, null, List.of(), "/registration/photos?photos=true", problem);
      case Safety.Unsafe(var reason) ->
          PhotoCard.of(
              kind,
              null,
              List.of(),
              null,
              problem != null ? problem : chrome.t("registration.photos.refused." + reason));
    };
  }
}
