package vn.ansinh.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.ansinh.reading.SpecimenCodes;
import vn.ansinh.support.PlainBrowser;
import vn.ansinh.support.ServerTest;

@ServerTest
class CardScanPagesTest {

  private static final String MARK = "đã đọc từ thẻ</span>";

  @LocalServerPort int port;
  PlainBrowser browser;

  @BeforeEach
  void at_the_scanner() {
    browser = new PlainBrowser("http://localhost:" + port);
    browser.get("/sign-in/scan");
  }

  @Test
  void each_kind_of_card_fills_the_number_to_sign_in_with() {
    assertThat(scanned(SpecimenCodes.INSURANCE_17, false)).contains("value=\"7900000012\"");
    assertThat(scanned(SpecimenCodes.CITIZEN, false)).contains("value=\"079190000017\"");
    assertThat(scanned(SpecimenCodes.LINES, false))
        .contains("value=\"079190000017\"")
        .contains(MARK)
        .contains("action=\"/sign-in\"");
  }

  @Test
  void whoever_has_forgotten_the_password_goes_on_there() {
    assertThat(browser.get("/sign-in/scan?recovering=true").body())
        .contains("href=\"/sign-in/recovery\"");
    assertThat(scanned(SpecimenCodes.CITIZEN, true))
        .contains("value=\"079190000017\"")
        .contains(MARK)
        .contains("action=\"/sign-in/recovery\"");
  }

  @Test
  void the_number_stands_in_no_address() {
    var answer = send(SpecimenCodes.CITIZEN, false);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
  }

  @Test
  void what_is_no_card_is_refused_with_the_reason_and_shown_again() {
    var link = send("https://example.vn/", false);
    assertThat(link.statusCode()).isEqualTo(422);
    assertThat(link.body()).contains("địa chỉ trang mạng").contains("https://example.vn/");
    assertThat(send(SpecimenCodes.FORM_01, true).body()).contains("mã trên tờ khai đã in");
  }

  private String scanned(String code, boolean recovering) {
    return send(code, recovering).body();
  }

  private HttpResponse<String> send(String code, boolean recovering) {
    return browser.post(
        "/sign-in/scan", Map.of("text", code, "recovering", Boolean.toString(recovering)));
  }
}
