package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody declares to stop, reads until when it can be taken back, and takes it back. */
class StoppingJourney extends AccountJourney {

  @ParameterizedTest
  @MethodSource("console")
  void a_declaration_to_stop_is_made_with_a_code_and_taken_back_with_one_press(Way way) {
    var visitor = visitor(way);
    var lan = signedIn(visitor);
    var page = visitor.page;

    visitor.open("/home/settings");
    page.locator("main a[href='/home/stopping']").click();
    visitor.step("stopping");
    press(page, way, "Gửi mã xác nhận", "Send a code");
    assertThat(page.locator("#reason-problem")).isVisible();
    assertThat(page.locator("#inUse-problem")).isVisible();
    visitor.step("missing");
    page.locator("input[name=reason][value=ABROAD]").check();
    fill(page, "inUse", OWN);
    press(page, way, "Gửi mã xác nhận", "Send a code");
    assertThat(page).hasURL(address() + "/home/stopping/code");
    visitor.step("stop-code");
    fill(page, "code", letterBox.newestCode(lan.phone()));
    press(page, way, "Gửi tờ khai", "Send the declaration");
    assertThat(page.locator("main")).containsText("F01-");
    visitor.step("declared");
    visitor.open("/home");
    assertThat(page.locator(".banner.warn a[href='/home/stopping']")).isVisible();
    visitor.step("home-stopping");
    page.locator(".banner.warn a[href='/home/stopping']").click();
    press(page, way, "Hủy tờ khai, tiếp tục dùng tài khoản", "Cancel and keep the account");
    assertThat(page.locator(".banner.good")).isVisible();
    visitor.step("taken-back");
  }
}
