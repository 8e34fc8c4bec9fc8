package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.datarights.RequestKind;
import vn.ansinh.datarights.Requests;
import vn.ansinh.registration.Applicants;
import vn.ansinh.staff.Role;
import vn.ansinh.support.Journey;
import vn.ansinh.support.TestStaff;

/** An officer answers what somebody asked about their data. */
class DataRequestJourney extends Journey {

  @Autowired TestStaff staff;
  @Autowired Applicants applicants;
  @Autowired Requests requests;

  @ParameterizedTest
  @MethodSource("console")
  void a_request_is_opened_and_answered_before_its_day(Way way) {
    staff.provincialOffice();
    var lan = applicants.known().person();
    requests.send(lan, RequestKind.CORRECT, "Ngày sinh ghi sai.\nĐúng là 15/01/1990.");
    var request = requests.of(lan).getFirst();
    var officer = staff.enrolledOfficer(request.officeCode(), Role.REVIEWER);
    var visitor = visitor(way);
    visitor.context.addCookies(
        List.of(new Cookie("desk", staff.session(officer)).setUrl(address())));
    var page = visitor.page;

    visitor.open("/console/data-requests");
    visitor.step("requests");
    page.locator("main a[href='/console/data-requests/" + request.id() + "']").click();
    visitor.step("request");
    page.locator("main form button.primary").click();
    assertThat(page.locator("main .error-summary")).isVisible();
    visitor.step("request-unanswered");
    page.locator("input[name=granted][value=true]").check();
    page.locator("#answer").fill("Đã sửa ngày sinh theo giấy khai sinh.");
    page.locator("main form button.primary").click();
    assertThat(page.locator(".banner.good")).isVisible();
  }
}
