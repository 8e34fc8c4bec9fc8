package vn.ansinh.console.adjusting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.ansinh.adjusting.Adjustments;
import vn.ansinh.adjusting.Askers;
import vn.ansinh.adjusting.Askers.Asker;
import vn.ansinh.catalogue.Office;
import vn.ansinh.people.People;
import vn.ansinh.portal.Window;
import vn.ansinh.staff.Role;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestStaff;

@LetterBoxTest
class AdjustmentPagesTest {

  static final String PATH = "/console/adjusting";
  static final String HOSTILE = "Ảnh mờ <script>alert(1)</script>";

  @Autowired MockMvcTester server;
  @Autowired ApplicationContext context;
  @Autowired Adjustments adjustments;
  @Autowired People people;
  @Autowired TestStaff staff;
  @Autowired TestClock clock;

  Asker lan;
  UUID id;
  String one;

  @BeforeEach
  void a_request() {
    clock.reset();
    staff.provincialOffice();
    var askers = new Askers(context);
    lan = askers.asker();
    id = askers.handedIn(lan);
    one = PATH + "/" + id;
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  @Test
  void it_is_listed_taken_compared_and_approved() {
    var window = signedIn(Office.ROOT, Role.REVIEWER);
    assertThat(window.open("/console/queue")).bodyText().contains("href=\"" + PATH + "\"");
    assertThat(window.open(PATH)).hasStatusOk();
    assertThat(window.open(one))
        .hasStatusOk()
        .bodyText()
        .contains("Trần Thị Mới", lan.who().person().fullName(), one + "/taking")
        .doesNotContain(one + "/approval");
    assertThat(window.send(one + "/approval", "version", version()))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("nhận xử lý trước");
    assertThat(window.send(one + "/taking")).hasRedirectedUrl(one + "?done=TAKEN");
    var shown = window.open(one);
    assertThat(shown).bodyText().contains(one + "/approval", one + "/giving-back");
    var picture = Pattern.compile("src=\"(" + one + "/photos/[^\"]+)\"");
    var found = picture.matcher(body(shown));
    assertThat(found.find()).isTrue();
    assertThat(window.open(found.group(1).replace("&amp;", "&")))
        .hasStatusOk()
        .hasContentType(MediaType.IMAGE_JPEG);
    assertThat(window.open(one + "/photos/BIRTH_CERTIFICATE?ref=x"))
        .hasStatus(HttpStatus.NOT_FOUND);
    assertThat(window.send(one + "/approval", "version", "1"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("đã được giải quyết, rút lại hoặc thay đổi");
    assertThat(window.send(one + "/approval", "version", version(), "mark", "another"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Sổ đã thay đổi sau khi bạn xem", one + "/approval");
    assertThat(window.send(one + "/approval", "version", version(), "mark", mark(shown)))
        .hasRedirectedUrl(PATH + "?done=DONE");
    assertThat(window.open(PATH + "?done=DONE")).bodyText().contains("sổ đã được sửa");
    assertThat(window.open(one)).hasStatusOk().bodyText().doesNotContain(one + "/approval");
    assertThat(window.open(PATH)).bodyText().doesNotContain("href=\"" + one + "\"");
    assertThat(window.open(PATH + "?state=DONE")).bodyText().contains("href=\"" + one + "\"");
    assertThat(window.open(PATH + "?state=DONE&after=" + id))
        .hasStatusOk()
        .bodyText()
        .contains("Về trang đầu");
    assertThat(window.open(PATH + "?state=X")).hasStatus(HttpStatus.BAD_REQUEST);
    var code = adjustments.newest(lan.id()).orElseThrow().code().value();
    assertThat(window.send(PATH + "/search", "code", code)).hasRedirectedUrl(one);
    assertThat(window.send(PATH + "/search", "code", HOSTILE))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Không có đề nghị điều chỉnh nào mang mã này")
        .doesNotContain(HOSTILE);
    assertThat(people.find(lan.id()).orElseThrow().fullName()).isEqualTo("Trần Thị Mới");
  }

  @Test
  void given_back_returned_and_rejected() {
    var window = signedIn(Office.ROOT, Role.REVIEWER);
    window.send(one + "/taking");
    assertThat(window.send(one + "/giving-back")).hasRedirectedUrl(PATH + "?done=GIVEN_BACK");
    window.send(one + "/taking");
    assertThat(window.send(one + "/rejection", "version", version(), "answer", " "))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("viết lý do");
    assertThat(window.send(one + "/return", "version", "1", "answer", HOSTILE))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("&lt;script&gt;")
        .doesNotContain(HOSTILE);
    assertThat(window.send(one + "/return", "version", version(), "answer", HOSTILE))
        .hasRedirectedUrl(PATH + "?done=RETURNED");
    assertThat(window.send(one + "/rejection", "version", version(), "answer", "x"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @Test
  void the_counter_returns_and_does_not_decide_and_another_office_sees_nothing() {
    var window = signedIn(Office.ROOT, Role.INTAKE);
    window.send(one + "/taking");
    assertThat(window.open(one))
        .bodyText()
        .contains(one + "/return")
        .doesNotContain(one + "/approval", one + "/rejection");
    assertThat(window.send(one + "/approval", "version", version()))
        .hasStatus(HttpStatus.FORBIDDEN);
    var colleague = signedIn(Office.ROOT, Role.REVIEWER);
    assertThat(colleague.open(one)).bodyText().contains("đang xử lý đề nghị này");
    assertThat(colleague.send(one + "/taking")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    var elsewhere = signedIn(staff.provincialOffice(), Role.REVIEWER);
    assertThat(elsewhere.open(one)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(elsewhere.send(one + "/taking")).hasStatus(HttpStatus.NOT_FOUND);
  }

  private String version() {
    return String.valueOf(adjustments.newest(lan.id()).orElseThrow().version());
  }

  private static String mark(org.springframework.test.web.servlet.assertj.MvcTestResult shown) {
    var mark = Pattern.compile("name=\"mark\" value=\"([^\"]+)\"").matcher(body(shown));
    assertThat(mark.find()).isTrue();
    return mark.group(1);
  }

  private static String body(org.springframework.test.web.servlet.assertj.MvcTestResult shown) {
    try {
      return shown.getResponse().getContentAsString();
    } catch (java.io.UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private Window signedIn(String office, Role role) {
    var window = new Window(server);
    window.cookies().put("desk", staff.session(staff.enrolledOfficer(office, role)));
    return window;
  }
}
