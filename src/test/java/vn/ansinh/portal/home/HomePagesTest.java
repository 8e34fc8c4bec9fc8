package vn.ansinh.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.people.People;
import vn.ansinh.portal.Window;
import vn.ansinh.support.LetterBoxTest;

@LetterBoxTest
class HomePagesTest {

  static final String OWN = "chieu mua ben song";

  @Autowired MockMvcTester server;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired JdbcClient sql;
  Window window;
  Somebody lan;

  @BeforeEach
  void somebody_signed_in() {
    window = new Window(server);
    lan = Somebody.withAccount(people, accounts);
    var first = letterBox.firstPassword(lan.id());
    window.send("/sign-in", "userName", lan.number(), "password", first);
    window.send("/first-password", "password", OWN, "repeated", OWN);
  }

  @Test
  void home_shows_the_persons_data_from_the_register() {
    assertThat(window.open("/home"))
        .hasStatusOk()
        .bodyText()
        .contains("Nguyễn Thị Hoà Mẫu")
        .contains("Mã số BHXH", lan.number())
        .contains("15/01/1990", "Nữ")
        .contains("CCCD", lan.person().personalId(), "CMND", "012345678")
        .contains("Số 1 đường Thử, ")
        .contains("Đăng xuất");
  }

  @Test
  void few_recovery_codes_are_said_on_home() {
    window.send("/home/sign-in-methods/recovery-codes", "inUse", OWN);
    var few = "mã dự phòng. Vui lòng tạo mã mới";
    assertThat(window.open("/home")).bodyText().doesNotContain(few);
    sql.sql(
            """
            update factors.recovery_code set used_at = now()
            where code_hash in (
              select code_hash from factors.recovery_code where person_id = :person limit 7)
            """)
        .param("person", lan.id().value())
        .update();
    assertThat(window.open("/home"))
        .bodyText()
        .contains("Chỉ còn 3 " + few, "href=\"/home/sign-in-methods\"");
  }

  @Test
  void numbers_are_masked_until_asked_for() {
    var masked = lan.number().substring(0, 2) + "••••••" + lan.number().substring(8);
    assertThat(window.open("/home"))
        .bodyText()
        .contains("<summary><span class=\"number\">" + masked + "</span>");
  }

  @Test
  void only_areas_that_exist_are_offered() {
    assertThat(window.open("/home"))
        .bodyText()
        .contains("href=\"/help\"")
        .doesNotContain("DV công", "THẺ BHYT");
  }

  @Test
  void the_password_is_changed_with_the_one_in_use() {
    assertThat(change("wrong", "gio thoi mat ruoi", "gio thoi mat ruoi"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Mật khẩu cũ không đúng. Bạn còn 4 lần thử.");
    assertThat(change(OWN, "gio thoi mat ruoi", "other"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(change(OWN, "12345678", "12345678")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(change("", "", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(change(OWN, "gio thoi mat ruoi", "gio thoi mat ruoi"))
        .hasRedirectedUrl("/home?notice=password-changed");
    assertThat(window.open("/home?notice=password-changed"))
        .bodyText()
        .contains("Thay đổi mật khẩu thành công");
  }

  @Test
  void five_wrong_passwords_in_use_pause_the_change() {
    for (int i = 0; i < 4; i++) {
      change("wrong", "gio thoi mat ruoi", "gio thoi mat ruoi");
    }
    assertThat(change("wrong", "gio thoi mat ruoi", "gio thoi mat ruoi"))
        .hasStatus(HttpStatus.TOO_MANY_REQUESTS);
  }

  private org.springframework.test.web.servlet.assertj.MvcTestResult change(
      String inUse, String wanted, String repeated) {
    return window.send("/home/password", "inUse", inUse, "password", wanted, "repeated", repeated);
  }
}
