package vn.ansinh.portal.mydata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.people.People;
import vn.ansinh.portal.Window;
import vn.ansinh.support.LetterBoxTest;

@LetterBoxTest
class RequestsPagesTest {

  static final String OWN = "chieu mua ben song";
  static final String PATH = "/home/data/requests";
  private static final Pattern WITHDRAWAL = Pattern.compile("action=\"(" + PATH + "/[^\"]+)\"");

  @Autowired MockMvcTester server;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  Window window;

  @BeforeEach
  void somebody_signed_in() {
    window = new Window(server);
    var lan = Somebody.withAccount(people, accounts);
    var first = letterBox.firstPassword(lan.id());
    window.send("/sign-in", "userName", lan.number(), "password", first);
    window.send("/first-password", "password", OWN, "repeated", OWN);
  }

  @Test
  void a_request_is_sent_shown_with_its_last_day_and_taken_back() {
    assertThat(text("/home/data")).contains("href=\"" + PATH + "\"");
    assertThat(window.send(PATH, "kind", "CORRECT", "wish", "Sửa <b>ngày sinh</b>"))
        .hasRedirectedUrl(PATH + "?notice=sent");
    var page = text(PATH + "?notice=sent");
    assertThat(page)
        .contains("Đã gửi yêu cầu", "Chờ trả lời", "Cơ quan trả lời chậm nhất ngày")
        .contains("Sửa &lt;b&gt;ngày sinh&lt;/b&gt;");
    var withdrawal = WITHDRAWAL.matcher(page);
    assertThat(withdrawal.find()).isTrue();
    assertThat(window.send(withdrawal.group(1))).hasRedirectedUrl(PATH + "?notice=withdrawn");
    assertThat(text(PATH)).contains("Đã rút").doesNotContainPattern(WITHDRAWAL);
    assertThat(window.send(withdrawal.group(1))).as("again").hasRedirectedUrl(PATH);
  }

  @Test
  void what_is_missing_is_said_and_what_was_typed_stays() {
    assertThat(window.send(PATH, "wish", "Xin xóa số điện thoại cũ"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Chọn việc bạn yêu cầu", "Xin xóa số điện thoại cũ");
    assertThat(window.send(PATH, "kind", "ERASE", "wish", " "))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Viết rõ bạn yêu cầu gì", "value=\"ERASE\" checked");
    window.send(PATH, "kind", "ERASE", "wish", "Xóa số cũ");
    assertThat(window.send(PATH, "kind", "ERASE", "wish", "Xóa số cũ"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("đang chờ trả lời");
  }

  private String text(String path) {
    return new String(
        window.open(path).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
