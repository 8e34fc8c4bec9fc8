package vn.ansinh.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.people.People;
import vn.ansinh.people.RegisterFixtures;
import vn.ansinh.portal.Window;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

@LetterBoxTest
class SignInPagesTest {

  static final String OWN = "chieu mua ben song";

  @Autowired MockMvcTester server;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired TestClock clock;
  Window window;
  Somebody lan;

  @BeforeEach
  void an_account() {
    window = new Window(server);
    lan = Somebody.withAccount(people, accounts);
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  @Test
  void the_first_password_leads_over_an_own_one_to_home() {
    assertThat(signIn(letterBox.firstPassword(lan.id()))).hasRedirectedUrl("/first-password");
    assertThat(window.open("/home")).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/sign-in");
    assertThat(window.open("/first-password")).hasStatusOk();
    assertThat(window.send("/first-password", "password", OWN, "repeated", OWN))
        .hasStatus(HttpStatus.SEE_OTHER)
        .hasRedirectedUrl("/home?notice=password-set");
    assertThat(window.open("/home?notice=password-set"))
        .hasStatusOk()
        .bodyText()
        .contains("Nguyễn Thị Hoà Mẫu")
        .contains("Đã đặt mật khẩu");
    assertThat(window.open("/first-password")).hasRedirectedUrl("/sign-in?notice=ticket-over");
    assertThat(window.open("/sign-in")).hasRedirectedUrl("/home");
  }

  @Test
  void cookies_are_for_this_site_and_not_for_scripts() {
    activate();
    var cookie =
        signIn(OWN).getResponse().getHeaders(HttpHeaders.SET_COOKIE).stream()
            .filter(it -> it.startsWith("ansinh="))
            .findFirst()
            .orElseThrow();
    assertThat(cookie)
        .contains("HttpOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Domain", lan.number());
  }

  @Test
  void a_wrong_password_says_how_many_tries_are_left_and_keeps_the_number() {
    assertThat(signIn("wrong"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Sai tên đăng nhập hoặc mật khẩu. Bạn còn 4 lần thử.")
        .contains("value=\"" + lan.number() + "\"")
        .doesNotContain("wrong\"");
  }

  @Test
  void after_five_wrong_passwords_the_page_says_until_when() {
    for (int i = 0; i < 4; i++) {
      signIn("wrong");
    }
    assertThat(signIn("wrong"))
        .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
        .bodyText()
        .containsPattern("Tài khoản bị khóa tạm thời .* từ \\d\\d:\\d\\d");
    clock.advance(Duration.ofMinutes(15));
    assertThat(signIn(letterBox.firstPassword(lan.id()))).hasRedirectedUrl("/first-password");
  }

  @Test
  void empty_fields_are_named_and_cost_no_try() {
    for (int i = 0; i < 6; i++) {
      assertThat(window.send("/sign-in", "userName", " ", "password", ""))
          .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
          .bodyText()
          .contains("Vui lòng nhập mã số BHXH", "Vui lòng nhập mật khẩu");
    }
    assertThat(window.send("/sign-in")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @Test
  void known_and_unknown_numbers_get_the_same_status_headers_and_length() {
    var numbers =
        new String[] {
          lan.number(),
          RegisterFixtures.socialInsuranceNumber(),
          Somebody.in(people).number(),
          activated().number()
        };
    var visitors = new Window[numbers.length];
    var answers = new MvcTestResult[numbers.length];
    for (int tries = 0; tries < 6; tries++) {
      for (int i = 0; i < numbers.length; i++) {
        if (tries == 0) {
          visitors[i] = new Window(server);
          visitors[i].open("/sign-in");
        }
        answers[i] = visitors[i].send("/sign-in", "userName", numbers[i], "password", "wrong");
      }
      for (var answer : answers) {
        assertThat(answer.getResponse().getStatus())
            .isEqualTo(answers[0].getResponse().getStatus());
        assertThat(headers(answer)).isEqualTo(headers(answers[0]));
        assertThat(answer.getResponse().getContentAsByteArray())
            .hasSameSizeAs(answers[0].getResponse().getContentAsByteArray());
      }
    }
  }

  @Test
  void a_weak_password_is_refused_with_its_reason_and_can_be_put_right() {
    signIn(letterBox.firstPassword(lan.id()));
    assertThat(window.send("/first-password", "password", "matkhau123", "repeated", "matkhau123"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("rất nhiều người dùng");
    assertThat(window.send("/first-password", "password", OWN, "repeated", OWN + "x"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Xác nhận mật khẩu không khớp");
    assertThat(window.send("/first-password", "password", OWN, "repeated", OWN))
        .hasStatus(HttpStatus.SEE_OTHER);
  }

  @Test
  void without_a_ticket_nobody_sets_a_password() {
    assertThat(window.send("/first-password", "password", OWN, "repeated", OWN))
        .hasRedirectedUrl("/sign-in?notice=ticket-over");
    assertThat(window.open("/sign-in?notice=ticket-over"))
        .bodyText()
        .contains("Đã quá 15 phút hoặc mật khẩu đã được đặt");
  }

  @Test
  void a_first_password_out_of_date_says_what_to_do() {
    clock.advance(Duration.ofHours(73));
    assertThat(signIn(letterBox.firstPassword(lan.id())))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("đã quá 72 giờ");
  }

  @Test
  void signing_in_elsewhere_ends_this_window_at_its_next_request_and_tells_why() {
    activate();
    signIn(OWN);
    assertThat(window.open("/home")).hasStatusOk();
    var phone = new Window(server);
    arriveOn(phone);
    assertThat(phone.open("/home")).hasStatusOk();
    assertThat(window.open("/home")).hasRedirectedUrl("/sign-in");
    assertThat(window.open("/sign-in"))
        .bodyText()
        .contains("đăng nhập trên thiết bị khác", "Không phải tôi → khóa ngay");
    assertThat(window.send("/not-me")).hasRedirectedUrl("/sign-in?notice=frozen");
    assertThat(phone.open("/home")).hasRedirectedUrl("/sign-in");
    assertThat(signIn(OWN)).bodyText().contains("đã được khóa theo yêu cầu của chủ tài khoản");
  }

  @Test
  void r14_a_second_device_is_warned_and_enters_with_a_code_only() {
    activate();
    signIn(OWN);
    var phone = new Window(server);
    assertThat(phone.send("/sign-in", "userName", lan.number(), "password", OWN))
        .hasRedirectedUrl("/sign-in/elsewhere");
    assertThat(phone.open("/home")).hasRedirectedUrl("/sign-in");
    assertThat(phone.open("/sign-in/elsewhere"))
        .bodyText()
        .contains("chỉ được đăng nhập trên một thiết bị");
    assertThat(phone.send("/sign-in/code/sending")).hasRedirectedUrl("/sign-in/code");
    assertThat(phone.send("/sign-in/code/sending"))
        .as("a second code at once")
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(phone.open("/sign-in/code"))
        .bodyText()
        .contains("Nhập mã xác thực đăng nhập")
        .doesNotContain(lan.phone().substring(3));
    assertThat(phone.send("/sign-in/code", "code", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(window.open("/home")).as("the first device until then").hasStatusOk();
    assertThat(phone.send("/sign-in/code", "code", letterBox.newestCode(lan.phone())))
        .hasRedirectedUrl("/home");
    assertThat(phone.open("/sign-in/code"))
        .as("used up")
        .hasRedirectedUrl("/sign-in?notice=code-over");
  }

  @Test
  void the_link_in_the_notice_asks_before_it_locks() {
    activate();
    var stranger = new Window(server);
    arriveOn(stranger);
    var link = "/not-me/" + letterBox.denial(lan.id());
    assertThat(window.open(link)).bodyText().contains("Khóa tài khoản ngay");
    assertThat(stranger.open("/home")).hasStatusOk();
    assertThat(window.send(link)).hasRedirectedUrl("/sign-in?notice=frozen");
    assertThat(stranger.open("/home")).hasRedirectedUrl("/sign-in");
    assertThat(window.open(link)).bodyText().contains("không còn hiệu lực");
    assertThat(window.send(link)).bodyText().contains("không còn hiệu lực");
  }

  private void arriveOn(Window other) {
    other.send("/sign-in", "userName", lan.number(), "password", OWN);
    other.send("/sign-in/code/sending");
    other.send("/sign-in/code", "code", letterBox.newestCode(lan.phone()));
  }

  @Test
  void signing_out_ends_the_session_and_clears_the_browser() {
    activate();
    signIn(OWN);
    var kept = window.cookies().get("ansinh");
    assertThat(window.send("/sign-out"))
        .hasStatus(HttpStatus.SEE_OTHER)
        .hasRedirectedUrl("/sign-in?notice=signed-out")
        .headers()
        .hasValue("Clear-Site-Data", "\"cache\", \"storage\"");
    assertThat(window.cookies()).doesNotContainKey("ansinh");
    window.cookies().put("ansinh", kept);
    assertThat(window.open("/home")).hasRedirectedUrl("/sign-in");
    assertThat(window.send("/sign-out")).hasStatus(HttpStatus.SEE_OTHER);
  }

  @Test
  void the_help_page_says_what_can_be_done_now() {
    assertThat(window.open("/sign-in/help"))
        .hasStatusOk()
        .bodyText()
        .contains("Quên mật khẩu?", "cơ quan BHXH đã tiếp nhận tờ khai")
        .contains("bạn tự đặt lại mật khẩu ở trang");
  }

  @Test
  void hostile_input_gets_the_same_page() {
    for (var typed : new String[] {"\u0000", "<script>", "' or 1=1 --", "x".repeat(10_000), "😀"}) {
      assertThat(new Window(server).send("/sign-in", "userName", typed, "password", typed))
          .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
          .bodyText()
          .contains("Sai tên đăng nhập hoặc mật khẩu")
          .doesNotContain("<script>'");
    }
  }

  private Somebody activated() {
    var before = lan;
    lan = Somebody.withAccount(people, accounts);
    activate();
    var activated = lan;
    lan = before;
    return activated;
  }

  private void activate() {
    signIn(letterBox.firstPassword(lan.id()));
    window.send("/first-password", "password", OWN, "repeated", OWN);
    window.send("/sign-out");
  }

  private MvcTestResult signIn(String password) {
    return window.send("/sign-in", "userName", lan.number(), "password", password);
  }

  private static TreeMap<String, String> headers(MvcTestResult answer) {
    var headers = new TreeMap<String, String>();
    for (var name : answer.getResponse().getHeaderNames()) {
      if (name.equals("X-Request-Id")) {
        continue;
      }
      var value = String.join("; ", answer.getResponse().getHeaders(name));
      headers.put(name, value.replaceAll("nonce-[\\w-]+", "nonce").replaceAll("forgery=[^;]+", ""));
    }
    return headers;
  }
}
