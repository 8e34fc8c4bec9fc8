package vn.ansinh.console.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.ansinh.datarights.DataRequest;
import vn.ansinh.datarights.RequestKind;
import vn.ansinh.datarights.Requests;
import vn.ansinh.platform.PersonId;
import vn.ansinh.portal.Window;
import vn.ansinh.registration.Applicants;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Role;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestStaff;

@ApplicationTest
class DataRequestPagesTest {

  static final String PATH = "/console/data-requests";

  @Autowired MockMvcTester server;
  @Autowired TestStaff staff;
  @Autowired TestClock clock;
  @Autowired Applicants applicants;
  @Autowired Requests requests;

  PersonId lan;
  DataRequest request;

  @BeforeEach
  void somebody_who_asked() {
    clock.reset();
    staff.provincialOffice();
    lan = applicants.known().person();
    requests.send(lan, RequestKind.ERASE, "Xóa số điện thoại <cũ>");
    request = requests.of(lan).getFirst();
  }

  @Test
  void what_is_due_is_listed_with_its_clock_and_answered() {
    var window = signedIn(Role.REVIEWER);
    var one = PATH + "/" + request.id();
    assertThat(window.open("/console/queue")).bodyText().contains("href=\"" + PATH + "\"");
    assertThat(window.open(PATH)).hasStatusOk().bodyText().contains("href=\"" + one + "\"");
    assertThat(window.open(one))
        .hasStatusOk()
        .bodyText()
        .contains("Xóa số điện thoại &lt;cũ&gt;", "Nguyễn Thị Hoà Mẫu");

    assertThat(window.send(one + "/answer", "answer", "Đã xóa."))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Đã xóa.");
    assertThat(window.send(one + "/answer", "granted", "true", "answer", ""))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(window.send(one + "/answer", "granted", "true", "answer", "Đã xóa."))
        .hasRedirectedUrl(PATH + "?done=answered");
    assertThat(requests.of(lan).getFirst().answer()).isEqualTo("Đã xóa.");
    assertThat(window.open(one)).hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void what_is_over_its_day_says_so() {
    var window = signedIn(Role.REVIEWER);
    assertThat(window.open(PATH + "/" + request.id()))
        .bodyText()
        .doesNotContain("class=\"promise bad\"");
    clock.advance(Duration.ofDays(12));
    assertThat(signedIn(Role.REVIEWER).open(PATH + "/" + request.id()))
        .bodyText()
        .contains("class=\"promise bad\"");
  }

  @Test
  void the_counter_looks_and_does_not_answer() {
    var window = signedIn(Role.INTAKE);
    var one = PATH + "/" + request.id();
    assertThat(window.open(one)).hasStatusOk().bodyText().doesNotContain(one + "/answer");
    assertThat(window.send(one + "/answer", "granted", "true", "answer", "Đã xóa."))
        .hasStatus(HttpStatus.FORBIDDEN);
    var elsewhere = new Window(server);
    signIn(elsewhere, staff.enrolledOfficer(staff.provincialOffice(), Role.REVIEWER));
    assertThat(elsewhere.open(one)).hasStatus(HttpStatus.NOT_FOUND);
  }

  private Window signedIn(Role role) {
    var window = new Window(server);
    signIn(window, staff.enrolledOfficer(request.officeCode(), role));
    return window;
  }

  private void signIn(Window window, Officer officer) {
    window.cookies().put("desk", staff.session(officer));
  }
}
