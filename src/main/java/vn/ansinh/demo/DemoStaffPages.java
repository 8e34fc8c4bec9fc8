package vn.ansinh.demo;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.staff.OfficerDetails;
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
    var rows =
        staff.stream()
            .flatMap(it -> DemoStaff.STAFF.stream().map(details -> row(it, details)))
            .toList();
    return Answers.page("demo/staff", new StaffPage(DemoStaff.PASSWORD, List.copyOf(rows)));
  }

  private static StaffPage.Row row(DemoStaff staff, OfficerDetails details) {
    return new StaffPage.Row(
        details.userName(),
        details.fullName(),
        "staff.role." + details.roles().iterator().next(),
        details.officeCode(),
        staff.find(details).flatMap(staff::code).orElse(""));
  }
}
