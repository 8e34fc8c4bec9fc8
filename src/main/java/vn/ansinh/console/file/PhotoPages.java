package vn.ansinh.console.file;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.review.FileLooks;
import vn.ansinh.staff.Officer;

/** Pictures of identity papers: for officers of the file's office, audited, kept nowhere. */
@Controller
class PhotoPages {

  private final FileLooks looks;
  private final Files files;

  PhotoPages(FileLooks looks, Files files) {
    this.looks = looks;
    this.files = files;
  }

  @GetMapping("/console/files/{id}/photos/{kind}")
  void show(
      @PathVariable UUID id,
      @PathVariable FileKind kind,
      @AuthenticationPrincipal Officer officer,
      HttpServletResponse response)
      throws IOException {
    var picture =
        looks
            .lookAtPicture(new DeclarationId(id), kind.name(), officer)
            .map(it -> it.photos().of(kind))
            .flatMap(files::open)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    response.setContentType("image/jpeg");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("Content-Disposition", "inline; filename=\"photo.jpg\"");
    response.setContentLength(picture.jpeg().length);
    response.getOutputStream().write(picture.jpeg());
  }
}
