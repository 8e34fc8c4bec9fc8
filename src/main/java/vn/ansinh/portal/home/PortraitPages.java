package vn.ansinh.portal.home;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.files.Files;
import vn.ansinh.registration.Declarations;
import vn.ansinh.web.PictureAnswers;

/** The portrait of the person signed in; the address names nobody. */
@Controller
class PortraitPages {

  private final Declarations declarations;
  private final Files files;

  PortraitPages(Declarations declarations, Files files) {
    this.declarations = declarations;
    this.files = files;
  }

  @GetMapping("/home/portrait")
  ResponseEntity<byte[]> show(@AuthenticationPrincipal CitizenSession session) {
    return declarations
        .portrait(session.person())
        .flatMap(files::open)
        .map(it -> PictureAnswers.jpeg(it.jpeg()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
