package vn.ansinh.portal.stopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.Taking;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Giving;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Purpose;
import vn.ansinh.consents.Said;
import vn.ansinh.people.People;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.Window;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

@LetterBoxTest
class StoppingPagesTest {

  static final String OWN = "chieu mua ben song";
  static final String PATH = "/home/stopping";

  @Autowired MockMvcTester server;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired Consents consents;
  @Autowired Budgets budgets;
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
  void the_page_says_what_ends_and_what_stays_and_asks() {
    assertThat(window.open("/home/settings")).bodyText().contains("href=\"/home/stopping\"");
    assertThat(window.open(PATH))
        .bodyText()
        .contains("mọi quyền lợi bảo hiểm", "Bạn không đăng nhập được nữa", "name=\"wantedDay\"");
  }

  @Test
  void what_is_missing_is_said_and_nothing_is_sent() {
    assertThat(window.send(PATH, "reason", "x", "note", "a".repeat(501), "wantedDay", "31"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains(
            "chọn một lý do", "tối đa 500 ký tự", "nhập một ngày từ hôm nay", "nhập mật khẩu");
    assertThat(begin("sai"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Mật khẩu không đúng");
    assertThat(letterBox.newestCode(lan.phone())).isNull();
    assertThat(window.open(PATH + "/code")).hasRedirectedUrl(PATH + "?notice=over");
    assertThat(window.send(PATH + "/code", "code", "123456"))
        .hasRedirectedUrl(PATH + "?notice=over");
    assertThat(window.send(PATH + "/code/sending")).hasRedirectedUrl(PATH + "?notice=over");
    assertThat(window.send(PATH + "/cancelling")).hasRedirectedUrl(PATH);
    assertThat(window.open(PATH + "/form-01.pdf")).hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void declared_it_shows_the_end_the_form_and_one_button_to_take_it_back() {
    assertThat(begin(OWN)).hasRedirectedUrl(PATH + "/code");
    assertThat(window.open(PATH + "/code")).hasStatusOk();
    assertThat(window.open(PATH + "/code/state")).bodyText().contains("\"handedOver\":false");
    assertThat(window.send(PATH + "/code/sending"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Vui lòng đợi đến");
    assertThat(window.send(PATH + "/code", "code", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(window.send(PATH + "/code", "code", "12"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(window.send(PATH + "/code", "code", letterBox.newestCode(lan.phone())))
        .hasRedirectedUrl(PATH);

    var day = VietnamTime.show(VietnamTime.today(clock).plusDays(7));
    assertThat(window.open(PATH)).bodyText().contains("F01-", day).doesNotContain("wantedDay");
    assertThat(window.open("/home")).bodyText().contains(day, "Xem tờ khai hoặc hủy");
    assertThat(begin(OWN)).as("once").hasRedirectedUrl(PATH);
    assertThat(window.open(PATH + "/form-01.pdf"))
        .hasStatusOk()
        .hasContentType(MediaType.APPLICATION_PDF);

    assertThat(window.send(PATH + "/cancelling")).hasRedirectedUrl(PATH + "?notice=cancelled");
    assertThat(window.open(PATH + "?notice=cancelled"))
        .bodyText()
        .contains("Đã hủy tờ khai", "wantedDay");
    assertThat(window.open("/home")).bodyText().doesNotContain("Xem tờ khai hoặc hủy");
  }

  @Test
  void a_day_too_far_away_is_refused_with_the_last_one_there_is() {
    var far = VietnamTime.today(clock).plusDays(91);
    assertThat(begin(OWN, far))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains(VietnamTime.show(far.minusDays(1)));
  }

  @Test
  void the_form_by_e_mail_is_agreed_to_with_the_text_that_was_read() {
    assertThat(window.open(PATH)).bodyText().contains("name=\"formByEmail\"", "Tôi đồng ý để");
    assertThat(begin("sai", VietnamTime.today(clock), "formByEmail", "true", "wording", "9"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Lời văn vừa thay đổi");
    begin(OWN, VietnamTime.today(clock), "formByEmail", "true", "wording", "1");
    assertThat(consents.stands(lan.id().value(), Purpose.FORM_BY_EMAIL)).isTrue();
  }

  @Test
  void a_code_that_could_not_be_sent_takes_nothing_away_from_the_consent() {
    var toOnePhone = Budget.of("codes.address", 8, Duration.ofHours(1));
    for (int i = 0; i < 8; i++) {
      assertThat(budgets.take(toOnePhone, lan.phone())).isInstanceOf(Taking.Granted.class);
    }
    assertThat(begin(OWN, VietnamTime.today(clock), "formByEmail", "true", "wording", "1"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(consents.stands(lan.id().value(), Purpose.FORM_BY_EMAIL)).isTrue();
  }

  @Test
  void whose_consent_is_not_noted_is_told_that_no_form_comes_by_e_mail() {
    var said = new Said(Place.STOPPING, "Firefox, Linux", "vi");
    while (consents.give(lan.id(), Purpose.FORM_BY_EMAIL, 1, said) == Giving.GIVEN) {
      consents.withdraw(lan.id(), Purpose.FORM_BY_EMAIL, said);
    }
    assertThat(begin(OWN, VietnamTime.today(clock), "formByEmail", "true", "wording", "1"))
        .hasRedirectedUrl(PATH + "/code?notice=not-mailed");
    assertThat(window.open(PATH + "/code?notice=not-mailed"))
        .bodyText()
        .contains("Tờ khai sẽ không được gửi qua thư điện tử");
    assertThat(window.open(PATH + "/code"))
        .bodyText()
        .doesNotContain("Tờ khai sẽ không được gửi qua thư điện tử");
  }

  @Test
  void nobody_else_gets_in() {
    var stranger = new Window(server);
    for (var path : new String[] {PATH, PATH + "/code", PATH + "/form-01.pdf"}) {
      assertThat(stranger.open(path)).hasRedirectedUrl("/sign-in");
    }
    assertThat(stranger.send(PATH + "/cancelling")).hasRedirectedUrl("/sign-in");
  }

  private MvcTestResult begin(String password) {
    return begin(password, VietnamTime.today(clock));
  }

  private MvcTestResult begin(String password, LocalDate day, String... more) {
    return window.send(PATH, typed(password, day, more));
  }

  private static String[] typed(String password, LocalDate day, String... more) {
    var typed =
        new ArrayList<>(
            List.of(
                "reason",
                "OTHER",
                "note",
                "",
                "wantedDay",
                String.valueOf(day.getDayOfMonth()),
                "wantedMonth",
                String.valueOf(day.getMonthValue()),
                "wantedYear",
                String.valueOf(day.getYear()),
                "inUse",
                password));
    typed.addAll(List.of(more));
    return typed.toArray(String[]::new);
  }
}
