package vn.ansinh.console;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Answers;

/** Where work begins: the queue, or for who keeps the staff only, the staff. */
@Controller
class StartPage {

  @GetMapping("/console")
  ModelAndView start(@AuthenticationPrincipal Officer officer) {
    return Answers.seeOther(
        officer.may(Permission.SEE_FILES) ? "/console/queue" : "/console/admin/staff");
  }
}
