package vn.ansinh.portal.mydata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Purpose;
import vn.ansinh.people.People;
import vn.ansinh.portal.Window;
import vn.ansinh.support.LetterBoxTest;

@LetterBoxTest
class ConsentsPagesTest {

  static final String OWN = "chieu mua ben song";
  static final String PATH = "/home/data/consents";

  @Autowired MockMvcTester server;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired Consents consents;
  Somebody lan;
  Window window;

  @BeforeEach
  void somebody_signed_in() {
    window = new Window(server);
    lan = Somebody.withAccount(people, accounts);
    var first = letterBox.firstPassword(lan.id());
    window.send("/sign-in", "userName", lan.number(), "password", first);
    window.send("/first-password", "password", OWN, "repeated", OWN);
  }

  @Test
  void one_press_gives_and_one_press_takes_back() {
    assertThat(text()).contains("Chưa đồng ý", "Việc làm theo luật, không cần đồng ý", "Căn cứ");
    assertThat(window.send(PATH + "/FORM_BY_EMAIL", "wording", "1"))
        .hasRedirectedUrl(PATH + "?notice=given");
    assertThat(stands()).isTrue();
    assertThat(text()).contains("Đang đồng ý", "trang Sự đồng ý của tôi", "lời văn số 1");
    assertThat(window.send(PATH + "/FORM_BY_EMAIL/withdrawal"))
        .hasRedirectedUrl(PATH + "?notice=withdrawn");
    assertThat(stands()).isFalse();
    assertThat(text()).contains("Không còn đồng ý", "Rút lại lúc");
  }

  @Test
  void whoever_read_another_text_is_asked_to_read_again_and_nothing_is_noted() {
    for (var wording : new String[] {"2", "0"}) {
      assertThat(window.send(PATH + "/FORM_BY_EMAIL", "wording", wording))
          .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
          .bodyText()
          .contains("Lời văn vừa thay đổi");
    }
    assertThat(stands()).isFalse();
  }

  @Test
  void a_press_on_a_page_loaded_before_something_changed_is_said_to_have_done_nothing() {
    assertThat(window.send(PATH + "/FORM_BY_EMAIL/withdrawal"))
        .hasStatus(HttpStatus.CONFLICT)
        .bodyText()
        .contains("Lần bấm này chưa rút lại được gì", "Chưa đồng ý");
  }

  @Test
  void a_child_is_not_spoken_for_from_here_and_nobody_without_signing_in() {
    assertThat(window.send(PATH + "/CHILD_BY_GUARDIAN", "wording", "1"))
        .hasStatus(HttpStatus.NOT_FOUND);
    assertThat(window.send(PATH + "/CHILD_BY_GUARDIAN/withdrawal")).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(new Window(server).open(PATH)).hasStatus(HttpStatus.SEE_OTHER);
  }

  private boolean stands() {
    return consents.stands(lan.id().value(), Purpose.FORM_BY_EMAIL);
  }

  private String text() {
    return new String(
        window.open(PATH).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
