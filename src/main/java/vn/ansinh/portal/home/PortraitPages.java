package vn.ansinh.portal.home;

import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.files.Files;
import vn.ansinh.registration.Declarations;
import vn.ansinh.web.PictureAnswers;
import vn.ansinh.web.PictureReferences;

/** The portrait of the person signed in; the address names nobody. */
@Controller
class PortraitPages {

  static final String PATH = "/home/portrait";

  private final Declarations declarations;
  private final Files files;
  private final PictureReferences references;

  PortraitPages(Declarations declarations, Files files, PictureReferences references) {
    this.declarations = declarations;
    this.files = files;
    this.references = references;
  }

  @GetMapping(PATH)
  ResponseEntity<Resource> show(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String ref) {
    return declarations
        .portrait(session.person())
        .filter(it -> references.isGood(ref, PATH, it.value()))
        .flatMap(files::open)
        .map(it -> PictureAnswers.jpeg(it.jpeg()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
