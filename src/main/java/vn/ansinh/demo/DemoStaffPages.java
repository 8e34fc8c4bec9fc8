package vn.ansinh.demo;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.web.Answers;

/** In place of the phones with code generators that visitors of the demo do not have. */
@DemoOnly
@Controller
class DemoStaffPages {

  private final ObjectProvider<DemoStaff> staff;

  DemoStaffPages(ObjectProvider<DemoStaff> staff) {
    this.staff = staff;
  }

  @GetMapping("/demo/staff")
  ModelAndView list() {
    var rows = staff.stream().flatMap(it -> it.rows().stream()).toList();
    return Answers.page("demo/staff", new StaffPage(DemoStaff.PASSWORD, rows));
  }
}
