package vn.ansinh.console.file;

import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.review.FileLooks;
import vn.ansinh.staff.Officer;
import vn.ansinh.web.PictureAnswers;
import vn.ansinh.web.PictureReferences;

/** Pictures of identity papers: for officers of the file's office, audited, kept nowhere. */
@Controller
class PhotoPages {

  private final FileLooks looks;
  private final Files files;
  private final PictureReferences references;

  PhotoPages(FileLooks looks, Files files, PictureReferences references) {
    this.looks = looks;
    this.files = files;
    this.references = references;
  }

  @GetMapping("/console/files/{id}/photos/{kind}")
  ResponseEntity<Resource> show(
      @PathVariable UUID id,
      @PathVariable FileKind kind,
      @RequestParam(defaultValue = "") String ref,
      @AuthenticationPrincipal Officer officer) {
    if (!references.isGood(ref, path(id, kind), id)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return looks
        .lookAtPicture(new DeclarationId(id), kind.name(), officer)
        .map(it -> it.photos().of(kind))
        .flatMap(files::open)
        .map(it -> PictureAnswers.jpeg(it.jpeg()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  static String path(UUID declaration, FileKind kind) {
    return "/console/files/" + declaration + "/photos/" + kind.name();
  }
}
