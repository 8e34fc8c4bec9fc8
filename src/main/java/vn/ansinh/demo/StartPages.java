package vn.ansinh.demo;

import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.web.Answers;

/** Where a visitor of the demo begins. */
@DemoOnly
@Controller
class StartPages {

  private final ObjectProvider<DemoPeople> people;
  private final ObjectProvider<DemoStaff> staff;
  private final ObjectProvider<DemoFamily> family;

  StartPages(
      ObjectProvider<DemoPeople> people,
      ObjectProvider<DemoStaff> staff,
      ObjectProvider<DemoFamily> family) {
    this.people = people;
    this.staff = staff;
    this.family = family;
  }

  @GetMapping("/demo")
  ModelAndView start() {
    var citizens = people.stream().flatMap(_ -> DemoPeople.PEOPLE.stream()).toList();
    var officers = staff.stream().flatMap(it -> it.rows().stream()).toList();
    var relatives =
        family.stream()
            .filter(DemoFamily::isThere)
            .flatMap(_ -> Stream.of(DemoFamily.MOTHER, DemoFamily.FATHER))
            .toList();
    return Answers.page(
        "demo/start",
        new StartPage(citizens, officers, DemoStaff.PASSWORD, relatives, DemoFamily.PASSWORD));
  }
}
