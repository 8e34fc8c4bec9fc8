package vn.ansinh.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.ansinh.portal.Window;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Role;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestStaff;

@ApplicationTest
class AccountPagesTest {

  private static final String WANTED = "cánh đồng bất tận 2005";

  @Autowired MockMvcTester server;
  @Autowired TestStaff staff;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  Officer officer;
  Window here;
  Window elsewhere;

  @BeforeEach
  void an_officer_signed_in_twice() {
    clock.reset();
    officer = staff.enrolledOfficer(staff.provincialOffice(), Role.ADMINISTRATOR);
    here = new Window(server);
    here.cookies().put("desk", staff.session(officer));
    clock.advance(java.time.Duration.ofSeconds(30));
    elsewhere = new Window(server);
    elsewhere.cookies().put("desk", staff.session(officer));
    clock.advance(java.time.Duration.ofSeconds(30));
  }

  @Test
  void a_changed_password_ends_the_other_sessions_and_sign_ins_under_way() {
    var begun = new Window(server);
    assertThat(signIn(begun, TestStaff.PASSWORD)).hasStatus(303);
    assertThat(change(TestStaff.PASSWORD, staff.code(officer), WANTED))
        .hasStatus(303)
        .hasHeader("Location", "/console/account?done=password");
    assertThat(here.open("/console/account?done=password"))
        .hasStatusOk()
        .bodyText()
        .contains("Đã đổi mật khẩu");
    assertThat(elsewhere.open("/console/account")).hasStatus(303);
    clock.advance(java.time.Duration.ofSeconds(30));
    assertThat(begun.send("/console/sign-in/code", "code", staff.code(officer)))
        .hasHeader("Location", "/console/sign-in?expired=true");
    assertThat(signIn(new Window(server), TestStaff.PASSWORD)).hasStatus(422);
    assertThat(signIn(new Window(server), WANTED)).hasStatus(303);
    assertThat(audited("OFFICER_PASSWORD_CHANGED")).isEqualTo(1);
  }

  @Test
  void the_present_password_a_code_and_the_rules_are_all_needed() {
    var code = staff.code(officer);
    assertThat(change("sai", code, WANTED)).hasStatus(422);
    assertThat(change(TestStaff.PASSWORD, "000 000x", WANTED)).hasStatus(422);
    assertThat(change(TestStaff.PASSWORD, code, "ngắn"))
        .hasStatus(422)
        .bodyText()
        .contains("ít nhất 12 ký tự");
    assertThat(change(TestStaff.PASSWORD, code, TestStaff.PASSWORD))
        .bodyText()
        .contains("phải khác mật khẩu hiện tại");
    assertThat(change("a\u0000b", code, "\u0000".repeat(10_000))).hasStatus(422);
    assertThat(elsewhere.open("/console/account")).hasStatusOk();
    assertThat(change(TestStaff.PASSWORD, code, WANTED)).hasStatus(303);
  }

  @Test
  void a_code_that_signed_in_does_not_change_the_password_as_well() {
    var code = staff.code(officer);
    var window = new Window(server);
    signIn(window, TestStaff.PASSWORD);
    window.send("/console/sign-in/code", "code", code);
    assertThat(change(TestStaff.PASSWORD, code, WANTED)).bodyText().contains("đã được dùng");
  }

  @Test
  void five_mistakes_close_it_for_a_while_whatever_strangers_do() {
    for (int i = 0; i < 4; i++) {
      assertThat(change("sai", "1", WANTED)).bodyText().contains("Còn %d lần".formatted(4 - i));
    }
    assertThat(change("sai", "1", WANTED)).hasStatus(429);
    assertThat(change(TestStaff.PASSWORD, staff.code(officer), WANTED)).hasStatus(429);
  }

  @Test
  void sessions_are_seen_and_ended_by_their_officer_only() {
    assertThat(here.open("/console/account")).bodyText().contains("Firefox, Linux", "Phiên này");
    var other = session(1);
    var stranger = new Window(server);
    stranger
        .cookies()
        .put("desk", staff.session(staff.enrolledOfficer(officer.officeCode(), Role.INTAKE)));
    assertThat(stranger.send("/console/account/sessions/" + other + "/ending")).hasStatus(404);
    assertThat(here.send("/console/account/sessions/" + other + "/ending")).hasStatus(303);
    assertThat(here.send("/console/account/sessions/" + other + "/ending")).hasStatus(404);
    assertThat(elsewhere.open("/console/account")).hasStatus(303);
    elsewhere.cookies().put("desk", staff.session(officer));
    assertThat(here.send("/console/account/other-sessions/ending")).hasStatus(303);
    assertThat(elsewhere.open("/console/account")).hasStatus(303);
    assertThat(here.open("/console/account")).hasStatusOk();
    assertThat(audited("OFFICER_OTHER_SESSIONS_ENDED")).isEqualTo(1);
  }

  private MvcTestResult change(String present, String code, String wanted) {
    return here.send(
        "/console/account/password", "present", present, "code", code, "wanted", wanted);
  }

  private MvcTestResult signIn(Window window, String password) {
    return window.send("/console/sign-in", "userName", officer.userName(), "password", password);
  }

  /** Of the officer's sessions the one that started so many before the last: 0 is the last. */
  private UUID session(int fromEnd) {
    return sql.sql(
            """
            select id from staff.session where officer_id = :officer and ended_at is null
            order by started_at
            """)
        .param("officer", officer.id().value())
        .query(UUID.class)
        .list()
        .reversed()
        .get(fromEnd - 1);
  }

  private long audited(String action) {
    return sql.sql("select count(*) from audit.entry where action = :action and subject_id = :id")
        .param("action", action)
        .param("id", officer.id().value().toString())
        .query(Long.class)
        .single();
  }
}
