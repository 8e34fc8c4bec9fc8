package vn.ansinh.portal.mydata;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.guardianship.ChildsWord;

/** My data (Dữ liệu của tôi): the way to what the law gives everybody over their own data. */
@Controller
class MyDataPages {

  static final String PATH = "/home/data";

  private final Accounts accounts;
  private final ChildsWord word;

  MyDataPages(Accounts accounts, ChildsWord word) {
    this.accounts = accounts;
    this.word = word;
  }

  @GetMapping(PATH)
  ModelAndView show(@AuthenticationPrincipal CitizenSession session) {
    boolean own = accounts.find(session.person()).filter(it -> it.lentBy() == null).isPresent();
    return new ModelAndView("portal/mydata/mydata")
        .addObject("own", own)
        .addObject("childsWord", word.mayBeTakenBack(session.person()));
  }
}
