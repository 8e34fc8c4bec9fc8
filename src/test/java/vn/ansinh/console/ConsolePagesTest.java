package vn.ansinh.console;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.staff.Role.ADMINISTRATOR;
import static vn.ansinh.staff.Role.INTAKE;
import static vn.ansinh.staff.Role.OFFICE_HEAD;
import static vn.ansinh.staff.Role.REVIEWER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.ansinh.portal.Window;
import vn.ansinh.support.TestStaff;

/** Who gets into the console and what each role finds there. */
class ConsolePagesTest extends ConsoleSetting {

  @Test
  void nothing_is_open_without_signing_in() {
    for (var path :
        List.of(
            "/console",
            "/console/queue",
            "/console/files/" + submitted().value(),
            "/console/files/" + submitted().value() + "/photos/PORTRAIT",
            "/console/admin/staff",
            "/console/no-such-page")) {
      var answer = new Window(server).open(path);
      assertThat(answer).as(path).hasStatus(303);
      assertThat(answer).as(path).hasHeader("Location", "/console/sign-in");
    }
  }

  @Test
  void the_cookie_of_a_session_stays_within_the_console() {
    var officer = staff.enrolledOfficer(office, REVIEWER);
    var window = new Window(server);
    window.send("/console/sign-in", "userName", officer.userName(), "password", TestStaff.PASSWORD);
    var answer = window.send("/console/sign-in/code", "code", staff.code(officer));
    assertThat(answer).hasStatus(303).hasHeader("Location", "/console");
    assertThat(answer.getResponse().getHeaders("Set-Cookie"))
        .anySatisfy(
            it ->
                assertThat(it)
                    .startsWith("desk=")
                    .contains("Path=/console", "HttpOnly", "SameSite=Strict"));
    assertThat(window.open("/console/queue")).hasStatusOk();
    assertThat(window.open("/console/queue"))
        .hasHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
    window.send("/console/sign-out");
    assertThat(window.open("/console/queue")).hasStatus(303);
  }

  @Test
  void a_wrong_password_says_the_same_for_known_and_unknown_names() {
    var officer = staff.enrolledOfficer(office, REVIEWER);
    var known = wrongPassword(officer.userName());
    var unknown = wrongPassword("khong.co." + TestStaff.random());
    assertThat(known).hasStatus(422);
    assertThat(bare(known)).isEqualTo(bare(unknown));
  }

  @Test
  void files_of_another_office_do_not_exist() {
    var file = "/console/files/" + submitted().value();
    var stranger = signedIn(staff.provincialOffice(), OFFICE_HEAD);
    assertThat(stranger.open(file)).hasStatus(404);
    assertThat(stranger.open(file + "/register")).hasStatus(404);
    for (var deed : List.of("/assignment", "/release", "/paper", "/notes", "/ticks", "/register")) {
      assertThat(stranger.send(file + deed, "note", "x")).as(deed).hasStatus(404);
    }
    assertThat(
            stranger.send(
                file + "/decision", "kind", "REJECT", "version", "1", "reason", "NOT_THE_HOLDER"))
        .hasStatus(404);
    assertThat(stranger.send(file + "/move", "toOffice", office)).hasStatus(404);
  }

  @Test
  void what_a_role_does_not_allow_is_refused() {
    var file = "/console/files/" + submitted().value();
    var intake = signedIn(INTAKE);
    assertThat(intake.open(file)).bodyText().doesNotContain("value=\"APPROVE\"");
    assertThat(
            intake.send(
                file + "/decision", "kind", "REJECT", "version", "1", "reason", "NOT_THE_HOLDER"))
        .hasStatus(403);
    assertThat(intake.open("/console/admin/staff")).hasStatus(403);
    assertThat(intake.open("/console/admin/reasons")).hasStatus(403);
    var administrator = signedIn(ADMINISTRATOR);
    assertThat(administrator.open(file)).hasStatus(403);
    assertThat(administrator.open("/console/queue")).hasStatus(403);
    assertThat(administrator.open("/console")).hasHeader("Location", "/console/admin/staff");
    assertThat(signedIn(REVIEWER).open("/console/workload")).hasStatusOk();
  }

  @Test
  void an_administrators_links_stand_in_a_menu_beside_an_officers_and_alone_otherwise() {
    assertThat(signedIn(office, OFFICE_HEAD, ADMINISTRATOR).open("/console/admin/staff"))
        .bodyText()
        .contains("<details class=\"menu\"><summary class=\"current\">Quản trị", "/console/queue");
    assertThat(signedIn(ADMINISTRATOR).open("/console/admin/staff"))
        .bodyText()
        .doesNotContain("<details class=\"menu\">");
  }

  @Test
  void a_head_sees_how_long_files_take_and_others_do_not() {
    var file = submitted();
    var window = signedIn(REVIEWER);
    window.open("/console/files/" + file.value());
    window.send(
        "/console/files/" + file.value() + "/decision",
        "kind",
        "RETURN",
        "version",
        "1",
        "reason",
        "PHOTO_UNREADABLE");
    var head = signedIn(OFFICE_HEAD);
    for (var query :
        List.of("", "?from=2026-01-01&until=2020-01-01", "?from=x&until=y&officer=z")) {
      assertThat(head.open("/console/workload" + query))
          .hasStatusOk()
          .bodyText()
          .contains("Thời gian xử lý hồ sơ", "đo công việc, không đánh giá con người");
    }
    assertThat(head.open("/console/workload"))
        .bodyText()
        .contains("Theo loại quyết định và kết quả đối chiếu", "Theo cán bộ");
    assertThat(signedIn(REVIEWER).open("/console/workload"))
        .bodyText()
        .doesNotContain("Thời gian xử lý hồ sơ");
  }

  @Test
  void what_is_searched_for_stands_in_no_address() {
    var window = signedIn(REVIEWER);
    var file = submitted();
    var found = window.send("/console/queue/search", "text", "hoà mẫu", "sort", "NAME");
    var location = found.getResponse().getHeader("Location");
    assertThat(location).startsWith("/console/queue?tab=ALL&q=").doesNotContain("ho");
    assertThat(window.open(location)).bodyText().contains(file.value().toString(), "hoà mẫu");
    var code = declarations.find(file).orElseThrow().code().value();
    assertThat(window.send("/console/queue/search", "text", code))
        .hasHeader("Location", "/console/files/" + file.value());
    assertThat(window.open("/console/queue?tab=ALL&q=forged")).hasStatusOk();
    assertThat(window.open("/console/queue?tab=rubbish&from=x&sort=y")).hasStatusOk();
  }

  private MvcTestResult wrongPassword(String name) {
    return new Window(server).send("/console/sign-in", "userName", name, "password", "sai");
  }

  /** Without what differs by nature: the name typed, tokens and nonces. */
  private static String bare(MvcTestResult answer) {
    return body(answer).replaceAll("(?:value|nonce)=\"[^\"]*\"", "");
  }
}
