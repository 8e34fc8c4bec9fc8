package vn.ansinh.portal.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.ansinh.support.PlainBrowser;
import vn.ansinh.support.ServerTest;

/**
 * Whatever is typed, pasted or sent, the answer is a page that says what to do; never a fault of
 * the server.
 */
@ServerTest
class HostileInputTest {

  @LocalServerPort int port;
  PlainBrowser browser;

  static Stream<String> hostileTexts() {
    return Stream.of(
        "x".repeat(10_000),
        "Nguyễn ".repeat(1_500),
        "a\u0000b",
        "\u202Eabc\u202C",
        "😀👩‍👩‍👧 Nguyễn",
        "'; drop table registration.draft; --",
        "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>",
        "${7*7} #{7*7} {{7*7}} %s %n {0} '",
        "\uD800 broken surrogate",
        "٣٤٥ ๑๒๓ ½ Ⅷ",
        "\t\n\r  \u00A0\u200B");
  }

  @BeforeEach
  void a_draft() {
    browser = new PlainBrowser("http://localhost:" + port);
    browser.get("/registration");
    assertThat(browser.post("/registration", Map.of()).statusCode()).isEqualTo(303);
    browser.get("/registration/kind");
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void every_field_of_every_step_survives_hostile_text(String text) {
    for (var page : FIELDS.entrySet()) {
      var fields = new LinkedHashMap<String, String>();
      page.getValue().forEach(it -> fields.put(it, text));
      var answer = browser.post(page.getKey(), fields);
      assertThat(answer.statusCode())
          .as(page.getKey() + " with " + text.codePointCount(0, text.length()))
          .isIn(200, 303, 400, 422);
      assertThat(answer.body()).doesNotContain("<script>alert").doesNotContain("Exception");
      assertThat(browser.get("/registration/kind").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void what_was_typed_wrongly_is_still_there() {
    browser.post("/registration/declaration", Map.of("fullName", "NGUYENVANA", "phone", "12"));
    assertThat(browser.get("/registration/declaration").body())
        .contains("NGUYENVANA")
        .contains("value=\"12\"");
  }

  @Test
  void broken_encodings_and_foreign_content_types_get_a_page() {
    var latin = ("_csrf=" + browser.token() + "&number=").getBytes(StandardCharsets.UTF_8);
    var broken = new byte[latin.length + 3];
    System.arraycopy(latin, 0, broken, 0, latin.length);
    broken[latin.length] = (byte) 0xC3;
    broken[latin.length + 1] = (byte) 0x28;
    broken[latin.length + 2] = (byte) 0xFF;
    assertThat(
            browser
                .postRaw("/registration/number", "application/x-www-form-urlencoded", broken)
                .statusCode())
        .isIn(303, 400, 422);
    browser.get("/registration/number");
    assertThat(
            browser
                .postRaw(
                    "/registration/number",
                    "application/json",
                    "{".getBytes(StandardCharsets.UTF_8))
                .statusCode())
        .isIn(400, 403, 415, 422);
  }

  @Test
  void files_that_are_no_photos_are_refused_in_plain_words() {
    browser.get("/registration/photos");
    for (var file :
        List.of(
            "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
            "%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8),
            "GIF89a".getBytes(StandardCharsets.UTF_8),
            new byte[0],
            new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16})) {
      var answer = browser.upload("/registration/photos/PORTRAIT", "photo", "../../x.jpg", file);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("error-summary").doesNotContain("Exception");
    }
  }

  @Test
  void an_unknown_kind_of_photo_is_not_found() {
    browser.get("/registration/photos");
    assertThat(
            browser
                .upload("/registration/photos/PASSPORT_SCAN", "photo", "x.jpg", new byte[10])
                .statusCode())
        .isIn(400, 404);
  }

  private static final Map<String, List<String>> FIELDS =
      Map.ofEntries(
          Map.entry("/registration/kind", List.of("applicantKind")),
          Map.entry("/registration/number", List.of("number")),
          Map.entry(
              "/registration/number-search",
              List.of("fullName", "birthDay", "birthMonth", "birthYear", "paperNumber")),
          Map.entry("/registration/number-choice", List.of("candidate")),
          Map.entry(
              "/registration/declaration",
              List.of(
                  "fullName",
                  "birthDay",
                  "birthMonth",
                  "birthYear",
                  "sex",
                  "paperKind",
                  "paperNumber",
                  "layer",
                  "provinceCode",
                  "districtCode",
                  "wardCode",
                  "street",
                  "contactPerson",
                  "phone",
                  "email",
                  "asksRegistry",
                  "wording",
                  "doubtsSeen")),
          Map.entry(
              "/registration/office",
              List.of(
                  "officeCode",
                  "officeProvince",
                  "handIn",
                  "receivesByEmail",
                  "wording",
                  "place",
                  "ivanProvider")),
          Map.entry("/registration/review", List.of("commit")),
          Map.entry("/registration/confirm", List.of("solution", "token", "digits")),
          Map.entry("/registration/code", List.of("code")),
          Map.entry("/status", List.of("code", "contact")),
          Map.entry("/registration/card", List.of("at", "text")),
          Map.entry("/status/scan", List.of("text")));
}
