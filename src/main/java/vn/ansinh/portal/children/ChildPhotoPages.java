package vn.ansinh.portal.children;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import vn.ansinh.files.FileId;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.files.PictureFault;
import vn.ansinh.files.Preflight;
import vn.ansinh.files.Safety;
import vn.ansinh.files.Upload;
import vn.ansinh.guardianship.ApplicationId;
import vn.ansinh.guardianship.ChildApplication;
import vn.ansinh.guardianship.ChildField;
import vn.ansinh.guardianship.ChildPictures;
import vn.ansinh.platform.Wiped;
import vn.ansinh.portal.registration.PhotoCard;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.PictureAnswers;
import vn.ansinh.web.PictureReferences;
import vn.ansinh.web.Problems;

/** The child's portrait and birth certificate, one upload at a time. */
@Controller
class ChildPhotoPages {

  private static final String TEMPLATE = "portal/children/photos";
  private static final List<FileKind> KINDS =
      List.of(FileKind.PORTRAIT, FileKind.BIRTH_CERTIFICATE);

  /** Usually long enough for a photo just sent to be shown instead of "being checked". */
  private static final Duration WAIT = Duration.ofMillis(400);

  private static final Duration ADVICE_WAIT = Duration.ofMillis(1500);

  private final ChildPictures pictures;
  private final OpenApplication open;
  private final Files files;
  private final Preflight preflight;
  private final PictureReferences references;

  ChildPhotoPages(
      ChildPictures pictures,
      OpenApplication open,
      Files files,
      Preflight preflight,
      PictureReferences references) {
    this.pictures = pictures;
    this.open = open;
    this.files = files;
    this.preflight = preflight;
    this.references = references;
  }

  @GetMapping("/home/children/applications/{id}/photos")
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable UUID id,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return open.with(session, id, it -> Answers.page(TEMPLATE, page(it, Problems.NONE, chrome)));
  }

  @PostMapping("/home/children/applications/{id}/photos")
  ModelAndView goOn(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String go,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return open.with(
        session,
        id,
        it -> {
          if (go.equals("back")) {
            return Answers.seeOther(ChildWizard.path(it.id(), ChildWizard.Step.CHILD));
          }
          var problems =
              open.problems(it, chrome, ChildField.PORTRAIT, ChildField.BIRTH_CERTIFICATE);
          return problems.any()
              ? Answers.unprocessable(TEMPLATE, page(it, problems, chrome))
              : Answers.seeOther(ChildWizard.path(it.id(), ChildWizard.Step.OFFICE));
        });
  }

  @PostMapping("/home/children/applications/{id}/photos/{kind}")
  ModelAndView upload(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable UUID id,
      @PathVariable FileKind kind,
      @RequestParam(required = false) @Nullable MultipartFile photo,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome)
      throws IOException {
    known(kind);
    var upload =
        photo == null
            ? new Upload.Refused(Upload.Reason.EMPTY)
            : Wiped.after(
                Files.read(photo.getInputStream()),
                it -> pictures.add(session.person(), new ApplicationId(id), kind, it));
    return taken(session, id, kind, upload, chrome);
  }

  @PostMapping("/home/children/applications/{id}/photos/{kind}/rotation")
  ModelAndView rotate(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable UUID id,
      @PathVariable FileKind kind,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    known(kind);
    var turned = pictures.rotate(session.person(), new ApplicationId(id), kind);
    return taken(session, id, kind, turned, chrome);
  }

  /** Shown to the guardian who sent it, kept nowhere on the way. */
  @GetMapping("/home/children/applications/{id}/photos/{kind}/picture")
  ResponseEntity<Resource> picture(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable UUID id,
      @PathVariable FileKind kind,
      @RequestParam(defaultValue = "") String ref) {
    var application = open.find(session, id);
    return Optional.ofNullable(application.picture(kind))
        .filter(it -> references.isGood(ref, path(application, kind), it.value()))
        .flatMap(files::open)
        .map(it -> PictureAnswers.jpeg(it.jpeg()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private ModelAndView taken(
      CitizenSession session, UUID id, FileKind kind, Upload upload, Chrome chrome) {
    return open.with(
        session,
        id,
        it ->
            switch (upload) {
              case Upload.Stored _ ->
                  Answers.seeOther(ChildWizard.path(it.id(), ChildWizard.Step.PHOTOS) + "#" + kind);
              case Upload.Refused(var reason) ->
                  Answers.unprocessable(
                      TEMPLATE,
                      page(
                          it,
                          new Problems()
                              .add(kind.name(), chrome.t("registration.photos.refused." + reason)),
                          chrome));
            });
  }

  private ChildPhotosPage page(ChildApplication application, Problems problems, Chrome chrome) {
    var ids =
        KINDS.stream()
            .flatMap(it -> Optional.ofNullable(application.picture(it)).stream())
            .toList();
    var safety = files.safety(ids, WAIT);
    var faults = preflight.faults(ids, ADVICE_WAIT);
    return new ChildPhotosPage(
        ChildWizard.at(ChildWizard.Step.PHOTOS, application.id(), chrome),
        KINDS.stream().map(it -> card(application, it, safety, faults, problems, chrome)).toList(),
        problems);
  }

  private PhotoCard card(
      ChildApplication application,
      FileKind kind,
      Map<FileId, Safety> safety,
      Map<FileId, Set<PictureFault>> remarked,
      Problems problems,
      Chrome chrome) {
    var id = application.picture(kind);
    var problem = problems.of(kind.name());
    var state = id == null ? null : safety.get(id);
    if (id == null || state == null) {
      return PhotoCard.of(kind, null, List.of(), null, problem);
    }
    return switch (state) {
      case Safety.Safe _ ->
          PhotoCard.of(
              kind,
              references.to(path(application, kind), id.value()),
              remarked.getOrDefault(id, Set.of()).stream()
                  .map(it -> chrome.t("photo.advice." + it))
                  .toList(),
              null,
              problem);
      case Safety.Waiting _ ->
          PhotoCard.of(
              kind,
              null,
              List.of(),
              ChildWizard.path(application.id(), ChildWizard.Step.PHOTOS),
              problem);
      case Safety.Unsafe(var reason) ->
          PhotoCard.of(
              kind,
              null,
              List.of(),
              null,
              problem != null ? problem : chrome.t("registration.photos.refused." + reason));
    };
  }

  private static String path(ChildApplication application, FileKind kind) {
    return ChildWizard.path(application.id()) + "/photos/" + kind + "/picture";
  }

  private static void known(FileKind kind) {
    if (!KINDS.contains(kind)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
