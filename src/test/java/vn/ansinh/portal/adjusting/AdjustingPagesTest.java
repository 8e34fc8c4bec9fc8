package vn.ansinh.portal.adjusting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.guardianship.Family;
import vn.ansinh.people.People;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.Window;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

@LetterBoxTest
class AdjustingPagesTest {

  static final String OWN = "chieu mua ben song";
  static final String PATH = "/home/adjusting";
  static final String HOSTILE = "<script>alert(1)</script>";

  @Autowired MockMvcTester server;
  @Autowired ApplicationContext context;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired TestClock clock;
  Window window;
  Somebody lan;

  @BeforeEach
  void somebody_signed_in() {
    lan = Somebody.withAccount(people, accounts);
    window = signedIn(lan);
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  @Test
  void it_is_found_from_home_settings_and_my_data_and_says_what_the_register_says() {
    for (var page : List.of("/home", "/home/settings", "/home/data")) {
      assertThat(window.open(page)).bodyText().contains("href=\"" + PATH + "\"");
    }
    assertThat(window.open(PATH))
        .hasStatusOk()
        .bodyText()
        .contains("Nguyễn Thị Hoà Mẫu", "15/01/1990", "href=\"/home/contacts\"");
    assertThat(window.open(PATH + "/form-01.pdf")).hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void without_a_draft_every_step_leads_to_the_beginning() {
    for (var step : List.of("/changes", "/evidence", "/review")) {
      assertThat(window.open(PATH + step)).hasRedirectedUrl(PATH);
      assertThat(window.send(PATH + step)).hasRedirectedUrl(PATH);
    }
    assertThat(window.open(PATH + "/code")).hasRedirectedUrl(PATH + "?notice=over");
    assertThat(window.send(PATH + "/code", "code", "123456"))
        .hasRedirectedUrl(PATH + "?notice=over");
    assertThat(window.send(PATH + "/code/sending")).hasRedirectedUrl(PATH + "?notice=over");
    assertThat(window.send(PATH + "/withdrawal")).hasRedirectedUrl(PATH);
    assertThat(window.send(PATH + "/items", "go", "back")).hasRedirectedUrl(PATH);
  }

  @Test
  void what_was_typed_stays_right_or_wrong() {
    assertThat(window.send(PATH + "/items"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("chọn ít nhất một mục");
    assertThat(window.send(PATH + "/items", "item", "FULL_NAME", "item", "ADDRESS"))
        .hasRedirectedUrl(PATH + "/changes");
    assertThat(window.send(PATH + "/changes", "fullName", HOSTILE, "street", "Số 9", "note", "x"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("&lt;script", "Số 9", "Họ tên chỉ gồm chữ cái", "chọn xã, phường")
        .doesNotContain(HOSTILE);
    assertThat(window.send(PATH + "/changes", "go", "units", "layer", "SINCE_2025"))
        .hasStatusOk()
        .bodyText()
        .contains("Số 9");
    assertThat(window.send(PATH + "/changes", "go", "back")).hasRedirectedUrl(PATH + "/items");
    assertThat(window.open(PATH + "/items")).bodyText().contains("value=\"ADDRESS\" checked");
    assertThat(window.open(PATH)).bodyText().contains("Tiếp tục tờ khai đang làm");
    assertThat(window.open(PATH + "/review")).hasStatusOk().bodyText().doesNotContain(HOSTILE);
    assertThat(window.send(PATH + "/withdrawal")).hasRedirectedUrl(PATH + "?notice=withdrawn");
    assertThat(window.open(PATH + "/changes")).hasRedirectedUrl(PATH);
  }

  @Test
  void from_the_choice_to_the_form_in_print() {
    window.send(PATH + "/items", "item", "CONTACT_PERSON");
    assertThat(
            window.send(
                PATH + "/changes",
                "contactPerson",
                "Lê Văn Giúp",
                "reason",
                "OTHER",
                "effectiveDay",
                day(0),
                "effectiveMonth",
                day(1),
                "effectiveYear",
                day(2)))
        .hasRedirectedUrl(PATH + "/evidence");
    assertThat(window.open(PATH + "/evidence"))
        .hasStatusOk()
        .bodyText()
        .contains("không bắt buộc")
        .doesNotContain("PAPER_FRONT");
    assertThat(window.send(PATH + "/evidence/PORTRAIT")).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(window.send(PATH + "/evidence/RESIDENCE_PAPER"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(window.send(PATH + "/evidence/RESIDENCE_PAPER/rotation"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(window.open(PATH + "/evidence/RESIDENCE_PAPER/picture"))
        .hasStatus(HttpStatus.NOT_FOUND);
    assertThat(window.send(PATH + "/evidence")).hasRedirectedUrl(PATH + "/review");
    assertThat(window.open(PATH + "/review")).bodyText().contains("Lê Văn Giúp", "Lý do khác");
    assertThat(window.send(PATH + "/review"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("nhập mật khẩu");
    assertThat(window.send(PATH + "/review", "commit", "true", "inUse", "sai"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Mật khẩu không đúng");
    assertThat(window.send(PATH + "/review", "commit", "true", "inUse", OWN))
        .hasRedirectedUrl(PATH + "/code");
    assertThat(window.open(PATH + "/code")).hasStatusOk();
    assertThat(window.open(PATH + "/code/state")).bodyText().contains("\"handedOver\":false");
    assertThat(window.send(PATH + "/code/sending")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(window.send(PATH + "/code", "code", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(window.send(PATH + "/code", "code", "12"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(window.send(PATH + "/code", "code", letterBox.newestCode(lan.phone())))
        .hasRedirectedUrl(PATH + "?notice=sent");
    assertThat(window.open(PATH + "?notice=sent"))
        .bodyText()
        .contains("F01-", "Đang chờ cơ quan BHXH", "hẹn trả lời chậm nhất", "Lê Văn Giúp")
        .doesNotContain("Đề nghị điều chỉnh</a>");
    assertThat(window.open(PATH + "/items")).hasRedirectedUrl(PATH);
    assertThat(window.open(PATH + "/form-01.pdf"))
        .hasStatusOk()
        .hasContentType(MediaType.APPLICATION_PDF);
    assertThat(window.send(PATH + "/withdrawal")).hasRedirectedUrl(PATH + "?notice=withdrawn");
  }

  @Test
  void a_child_on_a_guardians_contact_is_told_to_come_to_the_office() {
    var family = new Family(context);
    var guardian = family.guardian();
    var be = family.child(guardian);
    family.approved(guardian, be);
    var child = new Window(server);
    child.send("/sign-in", "userName", be.number(), "password", letterBox.firstPassword(be.id()));
    child.send("/first-password", "password", OWN, "repeated", OWN);
    assertThat(child.open(PATH)).bodyText().contains("cùng người giám hộ");
    assertThat(child.send(PATH + "/items", "item", "FULL_NAME")).hasRedirectedUrl(PATH);
    assertThat(child.open(PATH + "/changes")).hasRedirectedUrl(PATH);
  }

  @Test
  void nobody_else_gets_in() {
    var stranger = new Window(server);
    for (var path : new String[] {"", "/items", "/changes", "/evidence", "/review", "/code"}) {
      assertThat(stranger.open(PATH + path)).hasRedirectedUrl("/sign-in");
    }
    assertThat(stranger.send(PATH + "/withdrawal")).hasRedirectedUrl("/sign-in");
  }

  private Window signedIn(Somebody somebody) {
    var opened = new Window(server);
    var first = letterBox.firstPassword(somebody.id());
    opened.send("/sign-in", "userName", somebody.number(), "password", first);
    opened.send("/first-password", "password", OWN, "repeated", OWN);
    return opened;
  }

  private String day(int part) {
    var today = VietnamTime.today(clock);
    return String.valueOf(
        List.of(today.getDayOfMonth(), today.getMonthValue(), today.getYear()).get(part));
  }
}
