package vn.ansinh.portal.mydata;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Said;
import vn.ansinh.guardianship.ChildsWord;
import vn.ansinh.portal.Devices;
import vn.ansinh.web.Answers;

/** A child signed in says No with one press; never refused. The session ends with the account. */
@Controller
class ChildsWordPages {

  private final ChildsWord word;

  ChildsWordPages(ChildsWord word) {
    this.word = word;
  }

  @PostMapping("/home/childs-word/withdrawal")
  ModelAndView withdraw(
      @AuthenticationPrincipal CitizenSession session,
      HttpServletRequest request,
      Locale language) {
    var said = new Said(Place.CHILD_ACCOUNT, Devices.of(request).name(), language.getLanguage());
    return Answers.seeOther(
        word.takeBack(session.person(), said) ? "/sign-in?notice=childs-word" : MyDataPages.PATH);
  }
}
