package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ansinh.reading.SpecimenCards;
import vn.ansinh.reading.SpecimenCodes;
import vn.ansinh.support.Journey;

/** Cards of an invented person, marked SPECIMEN, held before a camera instead of typed off. */
class ScanJourney extends Journey {

  /** As a telephone takes it. */
  private static final FilePayload CARD =
      photo(SpecimenCards.photo(SpecimenCards.front(SpecimenCodes.CITIZEN), 2400, 6, 0.9));

  /** Without a code; small, as the server gives up on a large one only after seconds. */
  private static final FilePayload TABLE =
      photo(SpecimenCards.photo(SpecimenCards.back(""), 400, 6, 0.5));

  static Stream<Way> scripted() {
    return ways().filter(Way::javaScript);
  }

  static Stream<Way> plain() {
    return ways().filter(it -> !it.javaScript());
  }

  /** The scanner is the same on every page it is reached from: each of the others once. */
  static Stream<Way> scriptedOnPhone() {
    return scripted().filter(it -> it.width() < 600);
  }

  static Stream<Way> scriptedOnDesktop() {
    return scripted().filter(it -> it.width() >= 600);
  }

  static Stream<Way> plainOnPhone() {
    return plain().filter(it -> it.width() < 600);
  }

  static Stream<Way> plainOnDesktop() {
    return plain().filter(it -> it.width() >= 600);
  }

  @ParameterizedTest
  @MethodSource("scripted")
  void r3_both_cards_are_scanned_with_the_camera_and_corrected_by_hand(Way way) {
    var visitor = visitor(way);
    var page = visitor.page;
    toTheNumber(visitor);
    visitor.step("number");

    hold(SpecimenCards.code(SpecimenCodes.INSURANCE_17, 900));
    page.locator("button[value=card]").click();
    visitor.step("scanner");
    assertThat(page.evaluate("performance.getEntriesByType('resource').map(it => it.name)+''"))
        .asString()
        .doesNotContain("zxing");
    page.locator("[data-start]").click();
    page.waitForURL("**/registration/number");
    assertThat(page.locator("#number")).hasValue("7900000012");
    assertThat(page.locator("[data-read]")).hasCount(1);
    visitor.step("number-read");
    page.locator("#number").fill("7900000013");
    assertThat(page.locator("[data-read]")).hasCount(0);
    page.locator("#number").fill("7900000012");
    page.locator(".actions .button.primary").click();

    hold(SpecimenCards.front(SpecimenCodes.CITIZEN));
    page.locator("button[value=card]").click();
    page.locator("[data-start]").click();
    page.waitForURL("**/registration/declaration");
    assertThat(page.locator("#fullName")).hasValue("Nguyễn Thị Mẫu");
    assertThat(page.locator("#paperNumber")).hasValue("079190000017");
    assertThat(page.locator("#wardCode"))
        .hasValue("Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh");
    assertThat(page.locator("#street")).hasValue("Tổ 3");
    visitor.step("declaration-read");
    int before = page.locator("[data-read]").count();
    page.locator("#fullName").fill("Nguyễn Thị Mẫu Hai");
    page.locator("input[name=sex][value=MALE]").check();
    assertThat(page.locator("[data-read]")).hasCount(before - 2);
  }

  @ParameterizedTest
  @MethodSource("scripted")
  void who_refuses_the_camera_is_told_what_to_do_and_reads_a_photo(Way way) {
    var visitor = visitor(way);
    visitor.takesTheWindowAlong();
    var page = visitor.page;
    page.addInitScript(
        "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))");
    toTheNumber(visitor);
    page.locator("button[value=card]").click();
    page.locator("[data-start]").click();
    assertThat(page.locator("[data-status]"))
        .containsText(way.language().equals("vi") ? "chưa được phép" : "does not let");
    visitor.step("refused");
    page.locator("#scan-photo").setInputFiles(CARD);
    page.waitForURL("**/registration/number");
    assertThat(page.locator("#number")).hasValue("079190000017");
  }

  @ParameterizedTest
  @MethodSource("scriptedOnPhone")
  void a_browser_that_reads_codes_by_itself_fetches_no_decoder(Way way) {
    var visitor = visitor(way);
    visitor.takesTheWindowAlong();
    var page = visitor.page;
    // As Chromium offers it on phones, and not on the machines tests run on.
    page.addInitScript(
        """
        globalThis.BarcodeDetector = class {
          static async getSupportedFormats() { return ['qr_code']; }
          async detect() { return [{ rawValue: '%s' }]; }
        };
        """
            .formatted(SpecimenCodes.CITIZEN));
    toTheNumber(visitor);
    hold(SpecimenCards.front(SpecimenCodes.INSURANCE_17));
    page.locator("button[value=card]").click();
    page.route(
        "**/*zxing*",
        route -> {
          throw new AssertionError("a decoder was fetched: " + route.request().url());
        });
    page.locator("[data-start]").click();
    page.waitForURL("**/registration/number");
    assertThat(page.locator("#number")).hasValue("079190000017");
  }

  @ParameterizedTest
  @MethodSource("plainOnPhone")
  void without_a_script_the_lines_on_the_back_are_typed(Way way) {
    var visitor = visitor(way);
    var page = visitor.page;
    toTheNumber(visitor);
    page.locator("button[value=card]").click();
    page.locator("#text").fill(SpecimenCodes.LINES.replace("900115", "900116"));
    page.locator("[data-send-text]").click();
    visitor.step("check-digit");
    assertThat(page.locator(".error-summary")).isVisible();
    page.locator("#text").fill(SpecimenCodes.LINES);
    page.locator("[data-send-text]").click();
    assertThat(page.locator("#number")).hasValue("079190000017");
    visitor.step("number-read");
  }

  @ParameterizedTest
  @MethodSource("plain")
  void without_a_script_the_server_reads_a_photo(Way way) {
    var visitor = visitor(way);
    var page = visitor.page;
    toTheNumber(visitor);
    page.locator("button[value=card]").click();
    visitor.step("scanner");
    choose(visitor, TABLE);
    assertThat(page.locator("#photo-problem")).isVisible();
    visitor.step("no-code");
    choose(visitor, CARD);
    assertThat(page.locator("#number")).hasValue("079190000017");
    visitor.step("number-read-from-photo");
  }

  private static void choose(Visitor visitor, FilePayload photo) {
    visitor.page.locator("#photo").setInputFiles(photo);
    visitor.page.locator("[data-send-photo]").click();
  }

  @ParameterizedTest
  @MethodSource("scriptedOnPhone")
  void a_printed_form_is_scanned_for_the_look_up(Way way) {
    var visitor = visitor(way);
    var page = visitor.page;
    hold(SpecimenCards.back(""));
    visitor.open("/status");
    visitor.step("look-up");
    page.locator("a[href='/status/scan']").click();
    visitor.step("scanner");
    page.locator("[data-start]").click();
    assertThat(page.locator("[data-video]")).isVisible();
    assertThat(page.locator("[data-stop]")).isFocused();
    visitor.step("camera-on");
    page.locator("[data-stop]").click();
    assertThat(page.locator("[data-video]")).isHidden();
    assertThat(page.locator("[data-start]")).isFocused();
    hold(SpecimenCards.code(SpecimenCodes.FORM_01, 700));
    page.locator("[data-start]").click();
    page.waitForURL("**/status?code=*");
    assertThat(page.locator("#code")).hasValue("F01-7K3M-9QXD");
  }

  @ParameterizedTest
  @MethodSource("scriptedOnDesktop")
  void the_number_to_sign_in_with_is_read_from_a_card(Way way) {
    var visitor = visitor(way);
    var page = visitor.page;
    hold(SpecimenCards.code(SpecimenCodes.INSURANCE_17, 900));
    visitor.open("/sign-in");
    page.locator("a[href='/sign-in/scan']").click();
    visitor.step("sign-in-scanner");
    page.locator("[data-start]").click();
    assertThat(page.locator("#userName")).hasValue("7900000012");
    assertThat(page.locator("[data-read]")).hasCount(1);
    visitor.step("sign-in-read");
    page.locator("#userName").fill("7900000013");
    assertThat(page.locator("[data-read]")).hasCount(0);
  }

  @ParameterizedTest
  @MethodSource("plainOnDesktop")
  void without_a_script_a_photo_says_whose_password_is_forgotten(Way way) {
    var visitor = visitor(way);
    var page = visitor.page;
    visitor.open("/sign-in/recovery");
    page.locator("a[href*='/sign-in/scan']").click();
    visitor.step("recovery-scanner");
    choose(visitor, TABLE);
    assertThat(page.locator("#photo-problem")).isVisible();
    choose(visitor, CARD);
    assertThat(page.locator("#userName")).hasValue("079190000017");
    visitor.step("recovery-read");
  }

  private static void toTheNumber(Visitor visitor) {
    visitor.open("/registration");
    visitor.page.locator("main form button").first().click();
    visitor.page.locator("input[name=applicantKind][value=INDIVIDUAL]").check();
    visitor.page.locator(".actions .button.primary").click();
  }

  /** Before the camera, moving a little. */
  private static void hold(BufferedImage card) {
    var frames = new ByteArrayOutputStream();
    for (int i = 0; i < 4; i++) {
      frames.writeBytes(jpeg(SpecimenCards.photo(card, 1280, 2 + i, 0.7)));
    }
    try {
      Files.createDirectories(CAMERA.getParent());
      Files.write(CAMERA, frames.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FilePayload photo(BufferedImage picture) {
    return new FilePayload("card.jpg", "image/jpeg", jpeg(picture));
  }

  private static byte[] jpeg(BufferedImage picture) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
