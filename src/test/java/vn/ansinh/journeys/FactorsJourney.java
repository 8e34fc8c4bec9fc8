package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.time.Clock;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.totp.Totp;

/** Codes on paper, an app and a passkey; each then lets its owner in. */
class FactorsJourney extends AccountJourney {

  static final String LIST = "/home/sign-in-methods";

  @Autowired Clock clock;

  @ParameterizedTest
  @MethodSource("corners")
  void ways_to_sign_in_are_added_used_and_removed(Way way) {
    var lan = Somebody.withAccount(people, accounts);
    var visitor = visitor(way);
    var page = visitor.page;
    if (way.javaScript()) {
      visitor.takesTheWindowAlong();
      withKeyStore(page);
    }
    visitor.open("/sign-in");
    visitor.step("sign-in");
    fill(page, "userName", lan.number());
    fill(page, "password", letterBox.firstPassword(lan.id()));
    page.locator("form[action='/sign-in'] button.primary").click();
    fill(page, "password", OWN);
    fill(page, "repeated", OWN);
    page.locator("main form button.primary").click();
    visitor.open("/home/settings");
    page.locator("main a[href='" + LIST + "']").click();
    visitor.step("nothing-yet");

    page.locator("a[href='" + LIST + "/recovery-codes']").click();
    press(page, way, "Tạo mã dự phòng", "Make recovery codes");
    assertThat(page.locator("#inUse-problem")).isVisible();
    visitor.step("codes-asked");
    fill(page, "inUse", OWN);
    press(page, way, "Tạo mã dự phòng", "Make recovery codes");
    assertThat(page.locator(".code-sheet li")).hasCount(10);
    var code = page.locator(".code-sheet li").first().textContent();
    visitor.step("codes");

    visitor.open(LIST + "/apps/new");
    visitor.step("app-asked");
    fill(page, "inUse", OWN);
    page.locator("main form button.primary").click();
    visitor.step("app-picture");
    var key = Base32.decode(page.locator(".secret").textContent().replace(" ", ""));
    fill(page, "code", new Totp().code(key, Totp.step(clock.instant()) - 1));
    fill(page, "name", "Điện thoại của Lan");
    page.locator("main form button.primary").click();
    assertThat(page.locator(".banner.good")).isVisible();
    visitor.step("app-added");
    if (way.javaScript()) {
      addAndUseKey(visitor, way);
    } else {
      assertThat(page.locator("a[href='" + LIST + "/passkeys/new']")).isHidden();
    }

    var other = visitor(way);
    other.open("/sign-in");
    fill(other.page, "userName", lan.number());
    fill(other.page, "password", OWN);
    other.page.locator("form[action='/sign-in'] button.primary").click();
    other.page.locator("main form button.primary").click();
    other.step("code-or-else");
    other.page.locator("a[href='/sign-in/code/app']").click();
    other.step("app-code");
    other.page.locator("a[href='/sign-in/code/printed']").click();
    fill(other.page, "code", "BBBB BBBB BBBB");
    other.page.locator("main form button.primary").click();
    other.step("printed-wrong");
    fill(other.page, "code", code.toLowerCase(java.util.Locale.ROOT));
    other.page.locator("main form button.primary").click();
    assertThat(other.page).hasURL(address() + "/home");

    other.open(LIST);
    other.page.locator("section[aria-labelledby=apps] dd.change a").click();
    other.step("one-app");
    fill(other.page, "inUse", OWN);
    press(other.page, way, "Xóa cách đăng nhập này", "Remove this method");
    assertThat(other.page.locator(".banner.good")).isVisible();
    other.step("app-removed");
  }

  private void addAndUseKey(Visitor visitor, Way way) {
    var page = visitor.page;
    page.locator("a[href='" + LIST + "/passkeys/new']").click();
    visitor.step("passkey-asked");
    fill(page, "inUse", OWN);
    page.locator("main form button.primary").click();
    visitor.step("passkey-name");
    page.locator("main form button.primary").click();
    assertThat(page.locator(".banner.good")).isVisible();
    visitor.step("passkey-added");
    page.locator("header form button.plain").click();
    visitor.step("sign-in-by-key");
    press(page, way, "Đăng nhập bằng vân tay / khuôn mặt", "Sign in with fingerprint / face");
    assertThat(page).hasURL(address() + "/home");
  }

  /** A phone's keeper of keys whose owner's finger is always right. */
  private static void withKeyStore(Page page) {
    var session = page.context().newCDPSession(page);
    session.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var parameters = new JsonObject();
    parameters.add("options", options);
    session.send("WebAuthn.addVirtualAuthenticator", parameters);
  }
}
