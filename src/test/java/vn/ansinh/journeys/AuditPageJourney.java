package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.ansinh.audit.TestSealing;
import vn.ansinh.staff.Role;
import vn.ansinh.support.Journey;
import vn.ansinh.support.TestStaff;

class AuditPageJourney extends Journey {

  @TempDir Path directory;

  @Autowired TestStaff staff;
  @Autowired ApplicationContext application;

  @ParameterizedTest
  @MethodSource("console")
  void the_administrator_looks_at_the_newest_seal(Way way) {
    var administrator = staff.enrolledOfficer(staff.provincialOffice(), Role.ADMINISTRATOR);
    var visitor = visitor(way);
    visitor.context.addCookies(
        List.of(new Cookie("desk", staff.session(administrator)).setUrl(address())));
    new TestSealing(application, directory).catchUp();

    visitor.open("/console/admin/audit");
    assertThat(visitor.page.locator("dl.summary")).isVisible();
    visitor.step("audit");
  }
}
