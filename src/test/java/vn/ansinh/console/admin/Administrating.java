package vn.ansinh.console.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.ansinh.catalogue.Office;
import vn.ansinh.portal.Window;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Role;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.FormToken;
import vn.ansinh.support.TestStaff;

/** An administrator in front of the administration pages, and colleagues who are none. */
@ApplicationTest
abstract class Administrating {

  static final Role[] OTHERS = {Role.INTAKE, Role.REVIEWER, Role.OFFICE_HEAD};
  static final String LONG = "a".repeat(10_000);

  @Autowired MockMvcTester server;
  @Autowired TestStaff staff;
  @Autowired JdbcClient sql;

  Window administrator() {
    return signedIn(staff.enrolledOfficer(Office.ROOT, Role.ADMINISTRATOR));
  }

  Window administratorOf(String office) {
    return signedIn(staff.enrolledOfficer(office, Role.ADMINISTRATOR));
  }

  Window signedIn(Officer officer) {
    var window = new Window(server);
    window.cookies().put("desk", staff.session(officer));
    return window;
  }

  MvcTestResult upload(Window window, String path, String content, String... parameters) {
    return upload(window, path, content.getBytes(StandardCharsets.UTF_8), parameters);
  }

  MvcTestResult upload(Window window, String path, byte[] content, String... parameters) {
    var file = new MockMultipartFile("file", "tep.csv", "text/csv", content);
    var request =
        server
            .post()
            .uri(path)
            .multipart()
            .file(file)
            .content(content)
            .with(FormToken.sent())
            .cookie(new Cookie("desk", window.cookies().get("desk")));
    for (int i = 0; i < parameters.length; i += 2) {
      request = request.param(parameters[i], parameters[i + 1]);
    }
    return request.exchange();
  }

  /** Nobody but administrators may open it, nobody at all without signing in. */
  void onlyForAdministrators(String path) {
    for (var role : OTHERS) {
      var window = signedIn(staff.enrolledOfficer(staff.provincialOffice(), role));
      assertThat(window.open(path)).as(role + " " + path).hasStatus(403);
      assertThat(window.send(path)).as(role + " " + path).hasStatus(403);
    }
    assertThat(new Window(server).open(path)).hasStatus(303);
  }

  /** A form from elsewhere has no token. */
  void onlyWithToken(Window window, String path) {
    assertThat(
            server
                .post()
                .uri(path)
                .cookie(new Cookie("desk", window.cookies().get("desk")))
                .exchange())
        .as(path)
        .hasStatus(403);
  }

  static String field(MvcTestResult page, String name) {
    var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body(page));
    assertThat(field.find()).as(name).isTrue();
    return field.group(1);
  }

  static String location(MvcTestResult answer) {
    assertThat(answer).hasStatus(303);
    return String.valueOf(answer.getResponse().getHeader("Location"));
  }

  static String body(MvcTestResult answer) {
    try {
      return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  long audited(String action, String subject) {
    return sql.sql("select count(*) from audit.entry where action = :action and subject_id = :id")
        .param("action", action)
        .param("id", subject)
        .query(Long.class)
        .single();
  }
}
