package vn.ansinh.portal.home;

import java.util.Locale;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.web.Answers;

/** Home (QL cá nhân): the person's own data and nobody else's. */
@Controller
class HomePages {

  private static final Set<String> NOTICES = Set.of("password-set", "password-changed");

  private final PersonalData data;

  HomePages(PersonalData data) {
    this.data = data;
  }

  @GetMapping("/home")
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String notice,
      Locale language) {
    var known = NOTICES.contains(notice) ? notice : null;
    return Answers.page("portal/home/home", data.of(session, known, language));
  }
}
