package vn.ansinh.demo;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.platform.DemoSignIns;
import vn.ansinh.web.Answers;

/** Where a visitor of the demo begins. */
@DemoOnly
@Controller
class StartPages {

  private final ObjectProvider<DemoSignIns> signIns;

  StartPages(ObjectProvider<DemoSignIns> signIns) {
    this.signIns = signIns;
  }

  @GetMapping("/demo")
  ModelAndView start() {
    List<String> lines = signIns.orderedStream().flatMap(it -> it.lines().stream()).toList();
    return Answers.page("demo/start", new StartPage(lines));
  }
}
