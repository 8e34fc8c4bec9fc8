package vn.ansinh.portal.adjusting;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.adjusting.Adjustment;
import vn.ansinh.adjusting.AdjustmentField;
import vn.ansinh.adjusting.AdjustmentPictures;
import vn.ansinh.adjusting.Adjustments;
import vn.ansinh.adjusting.EvidencePictures;
import vn.ansinh.adjusting.Item;
import vn.ansinh.files.FileId;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.files.PictureFault;
import vn.ansinh.files.Preflight;
import vn.ansinh.files.Safety;
import vn.ansinh.files.Upload;
import vn.ansinh.platform.Wiped;
import vn.ansinh.portal.registration.PhotoCard;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.PictureAnswers;
import vn.ansinh.web.PictureReferences;
import vn.ansinh.web.Problems;

/** Photos of the papers that show why, one upload at a time. */
@Controller
class EvidencePages {

  private static final String AT = AdjustingPages.PATH + "/evidence";
  private static final String TEMPLATE = "portal/adjusting/evidence";

  /** Usually long enough for a photo just sent to be shown instead of "being checked". */
  private static final Duration WAIT = Duration.ofMillis(400);

  private static final Duration ADVICE_WAIT = Duration.ofMillis(1500);

  private final Adjustments adjustments;
  private final AdjustmentPictures pictures;
  private final OpenRequest open;
  private final AdjustingWords words;
  private final Files files;
  private final Preflight preflight;
  private final PictureReferences references;

  EvidencePages(
      Adjustments adjustments,
      AdjustmentPictures pictures,
      OpenRequest open,
      AdjustingWords words,
      Files files,
      Preflight preflight,
      PictureReferences references) {
    this.adjustments = adjustments;
    this.pictures = pictures;
    this.open = open;
    this.words = words;
    this.files = files;
    this.preflight = preflight;
    this.references = references;
  }

  @GetMapping(AT)
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return open.with(session, it -> Answers.page(TEMPLATE, page(it, Problems.NONE, chrome)));
  }

  @PostMapping(AT)
  ModelAndView goOn(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String go,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return open.with(
        session,
        it -> {
          if (go.equals("back")) {
            return Answers.seeOther(AdjustingWizard.Step.CHANGES.path());
          }
          var problems =
              words.problems(
                  adjustments.problems(it),
                  chrome,
                  AdjustmentField.PICTURES.toArray(AdjustmentField[]::new));
          return problems.any()
              ? Answers.unprocessable(TEMPLATE, page(it, problems, chrome))
              : Answers.seeOther(AdjustingWizard.Step.REVIEW.path());
        });
  }

  @PostMapping(AT + "/{kind}")
  ModelAndView upload(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable FileKind kind,
      @RequestParam(required = false) @Nullable MultipartFile photo,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome)
      throws IOException {
    if (photo == null) {
      return taken(
          session, kind, () -> Optional.of(new Upload.Refused(Upload.Reason.EMPTY)), chrome);
    }
    return Wiped.after(
        Files.read(photo.getInputStream()),
        it -> taken(session, kind, () -> pictures.add(session.person(), kind, it), chrome));
  }

  @PostMapping(AT + "/{kind}/rotation")
  ModelAndView rotate(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable FileKind kind,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return taken(session, kind, () -> pictures.rotate(session.person(), kind), chrome);
  }

  /** Shown to the person who sent it, kept nowhere on the way. */
  @GetMapping(AT + "/{kind}/picture")
  ResponseEntity<Resource> picture(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable FileKind kind,
      @RequestParam(defaultValue = "") String ref) {
    return adjustments
        .editable(session.person())
        .map(it -> it.pictures().of(kind))
        .filter(it -> references.isGood(ref, path(kind), it.value()))
        .flatMap(files::open)
        .map(it -> PictureAnswers.jpeg(it.jpeg()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private ModelAndView taken(
      CitizenSession session, FileKind kind, Supplier<Optional<Upload>> work, Chrome chrome) {
    if (!EvidencePictures.KINDS.contains(kind)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    var upload = work.get();
    return open.with(
        session,
        it ->
            switch (upload.orElse(null)) {
              case Upload.Stored _ -> Answers.seeOther(AT + "#" + kind);
              case Upload.Refused(var reason) ->
                  refused(it, kind, chrome.t("registration.photos.refused." + reason), chrome);
              case null -> refused(it, kind, chrome.t("adjusting.problem.tooManyPhotos"), chrome);
            });
  }

  private ModelAndView refused(
      Adjustment adjustment, FileKind kind, String sentence, Chrome chrome) {
    return Answers.unprocessable(
        TEMPLATE, page(adjustment, new Problems().add(kind.name(), sentence), chrome));
  }

  private EvidencePage page(Adjustment adjustment, Problems problems, Chrome chrome) {
    var ids = List.copyOf(adjustment.pictures().ids().values());
    var safety = files.safety(ids, WAIT);
    var faults = preflight.faults(ids, ADVICE_WAIT);
    return new EvidencePage(
        AdjustingWizard.at(AdjustingWizard.Step.EVIDENCE, chrome),
        needed(adjustment, chrome),
        kinds(adjustment).stream()
            .map(it -> card(adjustment, it, safety, faults, problems, chrome))
            .toList(),
        problems);
  }

  /** Those that fit what is asked for, and whatever was sent before. */
  private static List<FileKind> kinds(Adjustment adjustment) {
    var form = OpenRequest.form(adjustment);
    boolean civil = form.has(Item.FULL_NAME) || form.has(Item.BIRTH_DATE) || form.has(Item.SEX);
    return EvidencePictures.KINDS.stream()
        .filter(
            it ->
                adjustment.pictures().has(it)
                    || switch (it) {
                      case BIRTH_CERTIFICATE -> civil;
                      case PAPER_FRONT, PAPER_BACK -> civil || form.has(Item.PAPER);
                      case RESIDENCE_PAPER ->
                          form.has(Item.ADDRESS) || form.has(Item.CONTACT_PERSON);
                      case PORTRAIT -> false;
                    })
        .toList();
  }

  private static List<String> needed(Adjustment adjustment, Chrome chrome) {
    var form = OpenRequest.form(adjustment);
    var needed = new ArrayList<String>();
    if (form.has(Item.PAPER)) {
      needed.add(chrome.t("adjusting.evidence.paper"));
    } else if (form.has(Item.FULL_NAME) || form.has(Item.BIRTH_DATE) || form.has(Item.SEX)) {
      needed.add(chrome.t("adjusting.evidence.civil"));
    }
    if (form.has(Item.ADDRESS) || form.has(Item.CONTACT_PERSON)) {
      needed.add(chrome.t("adjusting.evidence.address"));
    }
    return needed;
  }

  private PhotoCard card(
      Adjustment adjustment,
      FileKind kind,
      Map<FileId, Safety> safety,
      Map<FileId, Set<PictureFault>> remarked,
      Problems problems,
      Chrome chrome) {
    var id = adjustment.pictures().of(kind);
    var problem = problems.of(kind.name());
    var state = id == null ? null : safety.get(id);
    if (id == null || state == null) {
      return PhotoCard.of(kind, null, List.of(), null, problem);
    }
    return switch (state) {
      case Safety.Safe _ ->
          PhotoCard.of(
              kind,
              references.to(path(kind), id.value()),
              remarked.getOrDefault(id, Set.of()).stream()
                  .map(it -> chrome.t("photo.advice." + it))
                  .toList(),
              null,
              problem);
      case Safety.Waiting _ -> PhotoCard.of(kind, null, List.of(), AT, problem);
      case Safety.Unsafe(var reason) ->
          PhotoCard.of(
              kind,
              null,
              List.of(),
              null,
              problem != null ? problem : chrome.t("registration.photos.refused." + reason));
    };
  }

  private static String path(FileKind kind) {
    return AT + "/" + kind + "/picture";
  }
}
