package vn.ansinh.portal.home;

import java.util.Locale;
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
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.files.Files;
import vn.ansinh.guardianship.ChildApplications;
import vn.ansinh.guardianship.Guardianships;
import vn.ansinh.guardianship.LinkId;
import vn.ansinh.registration.Declarations;
import vn.ansinh.web.Answers;
import vn.ansinh.web.PictureAnswers;
import vn.ansinh.web.PictureReferences;

/**
 * Home of a child or of somebody who authorised the person signed in. Every look goes on the trail;
 * what is not allowed at this moment does not exist.
 */
@Controller
class WardPages {

  private final Guardianships guardianships;
  private final PersonalData data;
  private final ChildApplications applications;
  private final Declarations declarations;
  private final Files files;
  private final PictureReferences references;

  WardPages(
      Guardianships guardianships,
      PersonalData data,
      ChildApplications applications,
      Declarations declarations,
      Files files,
      PictureReferences references) {
    this.guardianships = guardianships;
    this.data = data;
    this.applications = applications;
    this.declarations = declarations;
    this.files = files;
    this.references = references;
  }

  @GetMapping("/home/children/{link}")
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session, @PathVariable UUID link, Locale language) {
    var held =
        guardianships
            .look(session.person(), new LinkId(link))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return Answers.page("portal/home/ward", data.of(held, session.person(), language));
  }

  @GetMapping("/home/children/{link}/portrait")
  ResponseEntity<Resource> portrait(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable UUID link,
      @RequestParam(defaultValue = "") String ref) {
    var id = new LinkId(link);
    return guardianships
        .find(session.person(), id)
        .map(it -> it.person().id())
        .flatMap(it -> applications.portrait(it).or(() -> declarations.portrait(it)))
        .filter(it -> references.isGood(ref, path(id) + "/portrait", it.value()))
        .flatMap(files::open)
        .map(it -> PictureAnswers.jpeg(it.jpeg()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  static String path(LinkId link) {
    return "/home/children/" + link.value();
  }
}
