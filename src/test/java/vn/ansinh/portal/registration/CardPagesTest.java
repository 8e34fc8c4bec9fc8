package vn.ansinh.portal.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.ansinh.portal.Scanning;
import vn.ansinh.reading.SpecimenCards;
import vn.ansinh.reading.SpecimenCodes;
import vn.ansinh.support.PlainBrowser;
import vn.ansinh.support.ServerTest;

@ServerTest
class CardPagesTest {

  static final String MARK = "đã đọc từ thẻ</span>";

  @LocalServerPort int port;
  PlainBrowser browser;

  @BeforeEach
  void a_draft() {
    browser = new PlainBrowser("http://localhost:" + port);
    browser.get("/registration");
    browser.post("/registration", Map.of());
    browser.get("/registration/number");
  }

  @Test
  void an_insurance_card_fills_the_number_and_who_somebody_is() {
    scan("number", SpecimenCodes.INSURANCE_17);
    assertThat(browser.get("/registration/number").body())
        .contains("value=\"7900000012\"")
        .contains(MARK);
    assertThat(browser.get("/registration/declaration").body())
        .contains("value=\"Nguyễn Thị Mẫu\"")
        .contains("value=\"1990\"");
  }

  @Test
  void a_citizen_card_fills_paper_and_address() {
    scan("declaration", SpecimenCodes.CITIZEN);
    assertThat(browser.get("/registration/declaration").body())
        .contains("value=\"079190000017\"")
        .contains("value=\"FEMALE\" checked")
        .contains("value=\"CITIZEN_CARD\" checked")
        .contains("Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh")
        .contains("value=\"Tổ 3\"");
  }

  @Test
  void the_mark_goes_with_the_value() {
    scan("declaration", SpecimenCodes.CITIZEN);
    var before = marks(browser.get("/registration/declaration").body());
    declare("Nguyễn Thị Mẫu Hai", "Tổ 4");
    assertThat(marks(browser.get("/registration/declaration").body())).isEqualTo(before - 2);
    declare("Nguyễn Thị Mẫu", "Tổ 4");
    assertThat(marks(browser.get("/registration/declaration").body())).isEqualTo(before - 1);
  }

  @Test
  void a_ward_that_cannot_be_told_is_to_be_chosen_with_the_address_in_sight() {
    scan("declaration", SpecimenCodes.CITIZEN.replace("Bến Nghé", "Không Có"));
    assertThat(browser.get("/registration/declaration").body())
        .contains("Tổ 3, Phường Không Có, Quận 1, TP. Hồ Chí Minh")
        .contains("Vui lòng chọn phường, xã bên dưới");
  }

  @Test
  void the_lines_on_the_back_fill_what_is_still_blank() {
    browser.post("/registration/declaration", Map.of("fullName", "Nguyễn Thị Mậu", "go", "back"));
    scan("declaration", SpecimenCodes.LINES);
    assertThat(browser.get("/registration/declaration").body())
        .contains("value=\"Nguyễn Thị Mậu\"")
        .contains("value=\"079190000017\"");
  }

  @Test
  void a_number_typed_before_is_left_alone_by_a_citizen_card() {
    browser.post("/registration/number", Map.of("number", "7900000099", "go", "card"));
    scan("number", SpecimenCodes.CITIZEN);
    assertThat(browser.get("/registration/number").body()).contains("value=\"7900000099\"");
  }

  @Test
  void what_is_typed_is_kept_on_the_way_to_the_scanner() {
    var answer = browser.post("/registration/number", Map.of("number", "79", "go", "card"));
    assertThat(answer.headers().firstValue("Location"))
        .get()
        .asString()
        .endsWith("/registration/card?at=number");
    assertThat(browser.get("/registration/number").body()).contains("value=\"79\"");
  }

  @Test
  void what_no_card_says_is_refused_with_its_reason_and_shown_again() {
    browser.get("/registration/card?at=number");
    var link =
        browser.post("/registration/card", Map.of("at", "number", "text", "https://example.vn/"));
    assertThat(link.statusCode()).isEqualTo(422);
    assertThat(link.body()).contains("địa chỉ trang mạng").contains("https://example.vn/");
    var wrong = SpecimenCodes.LINES.replace("900115", "900116");
    var lines = browser.post("/registration/card", Map.of("at", "number", "text", wrong));
    assertThat(lines.body()).contains("Số kiểm tra không khớp");
    assertThat(browser.get("/registration/card?at=//example.vn").body())
        .contains("href=\"/registration/number\"");
  }

  @Test
  void a_printed_form_leads_to_the_look_up() {
    browser.get("/status/scan");
    var answer = browser.post("/status/scan", Map.of("text", SpecimenCodes.FORM_01));
    assertThat(answer.headers().firstValue("Location"))
        .get()
        .asString()
        .endsWith("/status?code=F01-7K3M-9QXD");
    assertThat(browser.get("/status?code=F01-7K3M-9QXD").body())
        .contains("value=\"F01-7K3M-9QXD\"");
    assertThat(browser.post("/status/scan", Map.of("text", SpecimenCodes.CITIZEN)).body())
        .contains("không phải mã trên tờ khai");
  }

  @Test
  void a_photo_is_read_by_the_server_and_kept_nowhere() {
    var answer =
        upload(
            photo(SpecimenCards.photo(SpecimenCards.front(SpecimenCodes.CITIZEN), 1600, 4, 0.9)));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location"))
        .get()
        .asString()
        .endsWith("/registration/declaration");
    assertThat(browser.get("/registration/declaration").body())
        .contains("value=\"Nguyễn Thị Mẫu\"")
        .contains(MARK);
    assertThat(browser.get("/registration/photos").body()).doesNotContain("/picture?ref=");
  }

  @Test
  void a_photo_without_a_code_and_one_with_another_code_are_refused_with_the_reason() {
    var none = upload(photo(SpecimenCards.back(SpecimenCodes.LINES)));
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body())
        .contains("Không tìm thấy mã QR trong ảnh")
        .contains("id=\"photo-problem\"")
        .contains("href=\"#photo\"");
    var link = upload(photo(SpecimenCards.code("https://example.vn/", 600)));
    assertThat(link.body()).contains("địa chỉ trang mạng").doesNotContain("example.vn");
  }

  @Test
  void what_is_no_photo_is_refused_with_the_reason() {
    assertThat(upload(new byte[0]).body()).contains("Bạn chưa chọn ảnh");
    assertThat(upload(new byte[5_000]).body()).contains("không phải ảnh JPEG hoặc PNG");
    assertThat(upload(new byte[5 * 1024 * 1024 + 1]).body()).contains("lớn hơn 5 MB");
    var photo = photo(SpecimenCards.code("SPECIMEN", 600));
    assertThat(upload(Arrays.copyOf(photo, photo.length / 2)).body()).contains("Ảnh bị hỏng");
  }

  @Test
  void the_decoder_is_there_and_no_page_loads_it_by_itself() {
    assertThat(browser.get(Scanning.DECODER).statusCode()).isEqualTo(200);
    assertThat(browser.get("/registration/card").body())
        .doesNotContain("src=\"" + Scanning.DECODER);
  }

  private HttpResponse<String> upload(byte[] photo) {
    browser.get("/registration/card?at=declaration");
    return browser.upload("/registration/card/photo?at=declaration", "photo", "card.jpg", photo);
  }

  private static byte[] photo(BufferedImage picture) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void scan(String at, String code) {
    browser.get("/registration/card?at=" + at);
    var answer = browser.post("/registration/card", Map.of("at", at, "text", code));
    assertThat(answer.statusCode()).isEqualTo(303);
  }

  private void declare(String name, String street) {
    browser.post(
        "/registration/declaration",
        Map.ofEntries(
            Map.entry("fullName", name),
            Map.entry("birthDay", "15"),
            Map.entry("birthMonth", "1"),
            Map.entry("birthYear", "1990"),
            Map.entry("layer", "UNTIL_2025"),
            Map.entry("provinceCode", "79"),
            Map.entry("districtCode", "760"),
            Map.entry("wardCode", "26740"),
            Map.entry("street", street),
            Map.entry("go", "back")));
  }

  private static int marks(String page) {
    return page.split("data-read", -1).length;
  }
}
