package vn.ansinh.console.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.ansinh.audit.TestSealing;
import vn.ansinh.portal.Window;
import vn.ansinh.staff.Role;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.TestStaff;

@ApplicationTest
class AuditPagesTest {

  private static final String PAGE = "/console/admin/audit";

  @TempDir Path directory;

  @Autowired MockMvcTester server;
  @Autowired TestStaff staff;
  @Autowired ApplicationContext application;

  @Test
  void the_administrator_sees_the_newest_seal() {
    var window = signedIn(Role.ADMINISTRATOR);
    new TestSealing(application, directory).catchUp();

    assertThat(window.open(PAGE))
        .hasStatusOk()
        .bodyText()
        .contains("Nhật ký hệ thống", "Niêm phong mới nhất", "Dấu vân tay số");
  }

  @Test
  void nobody_else_does() {
    assertThat(signedIn(Role.OFFICE_HEAD).open(PAGE)).hasStatus4xxClientError();
    assertThat(new Window(server).open(PAGE)).hasStatus(303);
  }

  private Window signedIn(Role role) {
    var window = new Window(server);
    var officer = staff.enrolledOfficer(staff.provincialOffice(), role);
    window.cookies().put("desk", staff.session(officer));
    return window;
  }
}
