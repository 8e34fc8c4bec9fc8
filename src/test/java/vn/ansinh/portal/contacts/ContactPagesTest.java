package vn.ansinh.portal.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.people.People;
import vn.ansinh.portal.Window;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

@LetterBoxTest
class ContactPagesTest {

  static final String OWN = "chieu mua ben song";

  @Autowired MockMvcTester server;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired TestClock clock;
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

  @AfterEach
  void back_to_the_present() {
    clock.reset();
    letterBox.withoutSms(false);
  }

  @Test
  void a_phone_somebody_has_and_one_nobody_has_are_answered_alike_until_the_code_is_right() {
    var minh = Somebody.withAccount(people, accounts);
    var free = Somebody.anyPhone();
    var forFree = begin(free, OWN);
    var forTaken = begin(minh.phone(), OWN);
    assertThat(forTaken.getResponse().getStatus()).isEqualTo(forFree.getResponse().getStatus());
    assertThat(forTaken).hasRedirectedUrl("/home/contacts/change/new");
    assertThat(forFree).hasRedirectedUrl("/home/contacts/change/new");
    assertThat(window.open("/home/contacts/change/new")).hasStatusOk();
    assertThat(window.send("/home/contacts/change/new", "code", "12"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .doesNotContain("tài khoản khác");
    assertThat(window.send("/home/contacts/change/new", "code", letterBox.newestCode(minh.phone())))
        .hasRedirectedUrl("/home/contacts?notice=taken-phone");
    assertThat(window.open("/home/contacts?notice=taken-phone"))
        .bodyText()
        .contains("Mỗi số điện thoại chỉ được đăng ký một mã số BHXH");
  }

  @Test
  void a_wrong_password_sends_nothing_and_five_close_it() {
    var phone = Somebody.anyPhone();
    for (int i = 0; i < 4; i++) {
      assertThat(begin(phone, "sai")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    assertThat(begin(phone, "sai")).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
    assertThat(begin(phone, OWN)).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
    assertThat(letterBox.newestCode(phone)).isNull();
  }

  @Test
  void what_cannot_be_a_contact_is_said_before_the_password_is_looked_at() {
    for (var typed : new String[] {"", "12", "028 3812 3456", "a@b", "😀".repeat(300)}) {
      assertThat(window.send("/home/contacts/phone", "contact", typed, "inUse", OWN))
          .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    assertThat(window.send("/home/contacts/email", "contact", "x", "inUse", ""))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(window.send("/home/contacts/phone", "contact", lan.phone(), "inUse", OWN))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("đang dùng liên hệ này rồi");
  }

  @Test
  void no_step_is_there_before_its_turn() {
    for (var path : new String[] {"/home/contacts/change/new", "/home/contacts/change/old"}) {
      assertThat(window.open(path)).hasRedirectedUrl("/home/contacts?notice=over");
      assertThat(window.send(path, "code", "123456"))
          .hasRedirectedUrl("/home/contacts?notice=over");
      assertThat(window.send(path + "/sending")).hasRedirectedUrl("/home/contacts?notice=over");
    }
    assertThat(window.send("/home/contacts/change/brake"))
        .hasRedirectedUrl("/home/contacts?notice=over");
    assertThat(window.send("/home/contacts/cancelling")).hasRedirectedUrl("/home/contacts");
    begin(Somebody.anyPhone(), OWN);
    assertThat(window.open("/home/contacts/change/old"))
        .hasRedirectedUrl("/home/contacts?notice=over");
    assertThat(window.open("/home/contacts/change/new/state"))
        .hasStatusOk()
        .bodyText()
        .contains("\"handedOver\":false");
    assertThat(window.send("/home/contacts/change/new/sending"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Vui lòng đợi đến");
  }

  @Test
  void where_no_sms_are_sent_the_phone_is_not_offered() {
    letterBox.withoutSms(true);
    assertThat(window.open("/home/contacts"))
        .bodyText()
        .contains("/home/contacts/email")
        .doesNotContain("/home/contacts/phone");
  }

  @Test
  void nobody_else_gets_in() {
    var stranger = new Window(server);
    assertThat(stranger.open("/home/contacts")).hasRedirectedUrl("/sign-in");
    assertThat(stranger.send("/home/contacts/phone")).hasRedirectedUrl("/sign-in");
    assertThat(stranger.send("/home/contacts/change/brake")).hasRedirectedUrl("/sign-in");
  }

  private MvcTestResult begin(String phone, String password) {
    return window.send("/home/contacts/phone", "contact", phone, "inUse", password);
  }
}
