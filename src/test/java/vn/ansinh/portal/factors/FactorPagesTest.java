package vn.ansinh.portal.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.GuessedCodes;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.people.People;
import vn.ansinh.portal.Window;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;
import vn.ansinh.totp.Totp;

@LetterBoxTest
class FactorPagesTest {

  static final String OWN = "chieu mua ben song";
  static final String LIST = "/home/sign-in-methods";
  static final Pattern CODE = Pattern.compile("<li class=\"code\">([A-Z-]{14})</li>");
  static final Pattern SECRET = Pattern.compile("secret\">([A-Z2-7 ]+)<");
  static final Pattern APP = Pattern.compile(LIST + "/apps/([0-9a-f-]{36})");

  @Autowired MockMvcTester server;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired TestClock clock;
  @Autowired Budgets budgets;
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

  @AfterEach
  void back_to_the_present() {
    clock.reset();
    GuessedCodes.forget(sql);
    sql.sql("delete from accounts.budget").update();
  }

  @Test
  void codes_are_made_with_the_password_shown_once_and_never_kept_by_the_browser() {
    assertThat(window.open(LIST)).hasStatusOk().bodyText().contains("Bạn chưa có mã dự phòng");
    assertThat(window.send(LIST + "/recovery-codes")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(window.send(LIST + "/recovery-codes", "inUse", "sai"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Bạn còn 4 lần thử");
    var codes = codes();
    assertThat(codes).hasSize(10);
    assertThat(window.open(LIST + "/recovery-codes"))
        .hasStatusOk()
        .bodyText()
        .doesNotContain(codes.getFirst());
    assertThat(window.open(LIST)).bodyText().contains("10 trên 10 mã");
  }

  @Test
  void while_codes_are_guessed_at_a_new_browser_reads_why_its_code_is_longer_and_no_app_helps() {
    window.send(LIST + "/apps/new/code", "name", "Máy", "code", code(offered()));
    GuessedCodes.add(sql, clock.instant(), 5000);
    budgets.take(Budget.of("factors.strangers", 3000, Duration.ofDays(1)), "all", 3000);
    var other = new Window(server);
    other.send("/sign-in", "userName", lan.number(), "password", OWN);
    other.send("/sign-in/code/sending");
    assertThat(other.open("/sign-in/code"))
        .bodyText()
        .contains("Đã gửi mã gồm 10 chữ số", "Mã lần này dài hơn", "tạm thời không dùng được mã")
        .doesNotContain("/sign-in/code/app");
    assertThat(other.send("/sign-in/code/app", "code", "123456")).hasRedirectedUrl("/sign-in/code");
    var code = letterBox.newestCode(lan.phone());
    assertThat(other.send("/sign-in/code", "code", code.substring(0, 4) + " " + code.substring(4)))
        .hasRedirectedUrl("/home");
  }

  @Test
  void whoever_signs_in_twice_in_a_new_browser_types_the_code_that_comes_first() {
    var other = new Window(server);
    other.send("/sign-in", "userName", lan.number(), "password", OWN);
    other.send("/sign-in/code/sending");
    var first = letterBox.newestCode(lan.phone());
    other.send("/sign-in", "userName", lan.number(), "password", OWN);
    clock.advance(Duration.ofMinutes(2));
    other.send("/sign-in/code/sending");
    assertThat(letterBox.newestCode(lan.phone())).isNotEqualTo(first);
    assertThat(other.send("/sign-in/code", "code", first)).hasRedirectedUrl("/home");
  }

  @Test
  void a_printed_code_lets_a_new_browser_in_and_a_wrong_one_says_how_many_tries_are_left() {
    var codes = codes();
    var other = new Window(server);
    begin(other);
    assertThat(other.open("/sign-in/code")).bodyText().contains("/sign-in/code/printed");
    assertThat(other.open("/sign-in/code/app")).hasRedirectedUrl("/sign-in/code");
    assertThat(other.open("/sign-in/code/printed")).hasStatusOk();
    assertThat(other.send("/sign-in/code/printed", "code", " "))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(other.send("/sign-in/code/printed", "code", "BBBB-BBBB-BBBB"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Bạn còn 4 lần thử");
    assertThat(other.send("/sign-in/code/printed", "code", codes.getFirst()))
        .hasRedirectedUrl("/home");
    assertThat(new Window(server).send("/sign-in/code/printed", "code", codes.get(1)))
        .hasRedirectedUrl("/sign-in?notice=code-over");
  }

  @Test
  void five_wrong_ones_are_answered_with_when_to_try_again() {
    codes();
    var other = new Window(server);
    begin(other);
    for (int i = 0; i < 4; i++) {
      other.send("/sign-in/code/printed", "code", "BBBB-BBBB-BBBB");
    }
    assertThat(other.send("/sign-in/code/printed", "code", "BBBB-BBBB-BBBB"))
        .hasStatus(HttpStatus.TOO_MANY_REQUESTS);
  }

  @Test
  void an_app_is_added_by_picture_or_key_used_renamed_and_removed() {
    assertThat(window.open(LIST + "/apps/new")).hasStatusOk();
    assertThat(window.open(LIST + "/apps/new/qr")).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(window.open(LIST + "/apps/new/code")).hasRedirectedUrl(LIST + "?notice=over-apps");
    assertThat(window.send(LIST + "/apps/new", "inUse", "sai"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    var secret = offered();
    assertThat(window.open(LIST + "/apps/new/qr")).hasStatusOk().bodyText().contains("<svg");
    assertThat(window.send(LIST + "/apps/new/code", "name", "", "code", ""))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(window.send(LIST + "/apps/new/code", "name", "Máy 1", "code", "12"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(window.send(LIST + "/apps/new/code", "name", "Máy <1>", "code", code(secret)))
        .hasRedirectedUrl(LIST + "?notice=added-apps");
    var id = id();

    clock.advance(Duration.ofSeconds(30));
    var other = new Window(server);
    begin(other);
    var code = code(secret);
    assertThat(other.send("/sign-in/code/app", "code", code)).hasRedirectedUrl("/home");
    var third = new Window(server);
    begin(third);
    assertThat(third.send("/sign-in/code/app", "code", code))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Mã này đã được dùng");

    var one = LIST + "/apps/" + id;
    assertThat(other.open(one)).hasStatusOk().bodyText().contains("Máy &lt;1>");
    assertThat(other.send(one + "/name", "name", " ")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(other.send(one + "/name", "name", "Máy hai"))
        .hasRedirectedUrl(LIST + "?notice=renamed");
    assertThat(other.send(one + "/removal")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(other.send(one + "/removal", "inUse", OWN))
        .hasRedirectedUrl(LIST + "?notice=removed-apps");
    assertThat(other.open(one)).hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void a_stranger_does_not_find_it() {
    window.send(LIST + "/apps/new/code", "name", "Máy", "code", code(offered()));
    var id = id();
    somebody_signed_in();
    assertThat(window.open(LIST + "/apps/" + id)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(window.send(LIST + "/apps/" + id + "/removal", "inUse", OWN))
        .hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void a_printed_code_that_fits_nobody_gets_the_answer_of_any_wrong_one() {
    var other = new Window(server);
    other.send("/sign-in/recovery", "userName", lan.number(), "contact", "0912345678");
    assertThat(other.open("/sign-in/recovery/code")).hasStatusOk().bodyText().contains("printed");
    assertThat(other.send("/sign-in/recovery/code", "printed", "BBBB-BBBB-BBBB"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Mã chưa đúng hoặc đã hết hạn");
    assertThat(window.open("/home/settings")).bodyText().contains(LIST);
  }

  @Test
  void a_passkey_that_is_none_gets_one_answer_and_a_challenge_is_for_whoever_asks() {
    var other = new Window(server);
    assertThat(other.send("/sign-in/passkey", "credential", "{}"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Không đăng nhập được bằng khóa truy cập này");
    assertThat(other.send("/sign-in/passkey/challenge")).hasStatusOk().bodyText().contains("site");
    assertThat(other.cookies()).containsKey("ansinh-passkey");
    assertThat(other.send("/sign-in/recovery/passkey", "credential", "x"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(other.cookies()).doesNotContainKey("ansinh-passkey");
  }

  @Test
  void a_passkey_is_asked_for_with_the_password_and_nonsense_adds_none() {
    assertThat(window.open(LIST + "/passkeys/new")).hasStatusOk();
    assertThat(window.open(LIST + "/passkeys/new/key"))
        .hasRedirectedUrl(LIST + "?notice=over-passkeys");
    assertThat(window.send(LIST + "/passkeys/new", "inUse", "sai"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(window.send(LIST + "/passkeys/new", "inUse", OWN))
        .hasRedirectedUrl(LIST + "/passkeys/new/key");
    assertThat(window.open(LIST + "/passkeys/new/key"))
        .hasStatusOk()
        .bodyText()
        .doesNotContain(lan.number());
    assertThat(window.send(LIST + "/passkeys/new/key", "name", " "))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(window.send(LIST + "/passkeys/new/key", "name", "Máy", "credential", "{}"))
        .hasRedirectedUrl(LIST + "?notice=refused-passkeys");
    assertThat(window.open(LIST + "?notice=refused-passkeys")).hasStatusOk();
  }

  private void begin(Window other) {
    assertThat(other.send("/sign-in", "userName", lan.number(), "password", OWN))
        .hasRedirectedUrl("/sign-in/elsewhere");
  }

  private List<String> codes() {
    var answer = window.send(LIST + "/recovery-codes", "inUse", OWN);
    assertThat(answer).hasStatusOk();
    assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
    return CODE.matcher(body(answer)).results().map(it -> it.group(1)).toList();
  }

  private String offered() {
    assertThat(window.send(LIST + "/apps/new", "inUse", OWN))
        .hasRedirectedUrl(LIST + "/apps/new/code");
    var secret = SECRET.matcher(body(window.open(LIST + "/apps/new/code")));
    assertThat(secret.find()).isTrue();
    return secret.group(1).replace(" ", "");
  }

  private String id() {
    var id = APP.matcher(body(window.open(LIST)));
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  private String code(String secret) {
    return new Totp().code(Base32.decode(secret), Totp.step(clock.instant()));
  }

  private static String body(org.springframework.test.web.servlet.assertj.MvcTestResult answer) {
    try {
      return answer.getResponse().getContentAsString();
    } catch (java.io.UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }
}
