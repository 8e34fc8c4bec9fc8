package vn.ansinh.portal.front;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The pages that ask nothing: start, help, legal basis. */
@Controller
class FrontPages {

  @GetMapping("/")
  ModelAndView start() {
    return new ModelAndView("portal/front/start");
  }

  @GetMapping("/help")
  ModelAndView help() {
    return new ModelAndView("portal/front/help");
  }

  @GetMapping("/legal")
  ModelAndView legal() {
    return new ModelAndView("portal/front/legal");
  }
}
