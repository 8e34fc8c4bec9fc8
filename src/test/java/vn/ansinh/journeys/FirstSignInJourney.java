package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.accounts.GuessedCodes;
import vn.ansinh.accounts.Sessions;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.support.TestClock;

class FirstSignInJourney extends AccountJourney {

  @Autowired Sessions sessions;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  @ParameterizedTest
  @MethodSource("corners")
  void r11_r12_the_first_password_leads_to_an_own_one_and_home(Way way) {
    var lan = Somebody.withAccount(people, accounts);
    var visitor = visitor(way);
    var page = visitor.page;
    visitor.open("/sign-in");
    visitor.step("sign-in");

    fill(page, "userName", lan.number());
    fill(page, "password", "khong phai mat khau");
    press(page, way, "Đăng nhập", "Sign in");
    assertThat(page.locator(".error-summary")).containsText("4");
    visitor.step("wrong");

    fill(page, "password", letterBox.firstPassword(lan.id()));
    press(page, way, "Đăng nhập", "Sign in");
    visitor.step("own-password");
    fill(page, "password", "matkhau123");
    fill(page, "repeated", "matkhau123");
    press(page, way, "Đặt mật khẩu và vào trang của tôi", "Set password and continue");
    assertThat(page.locator("#password-problem")).isVisible();
    visitor.step("weak");

    fill(page, "password", OWN);
    fill(page, "repeated", OWN);
    if (way.javaScript()) {
      var show = page.locator("button[aria-controls=password]");
      show.click();
      assertThat(page.locator("#password")).hasAttribute("type", "text");
      visitor.step("shown");
    }
    press(page, way, "Đặt mật khẩu và vào trang của tôi", "Set password and continue");
    assertThat(page.locator("h1")).hasText("Nguyễn Thị Hoà Mẫu");
    org.assertj.core.api.Assertions.assertThat(visitor.context.cookies())
        .as("no session of the web server beside ours")
        .extracting(it -> it.name)
        .containsExactlyInAnyOrder("language", "forgery", "ansinh", "ansinh-device");
    visitor.step("home");

    var number = page.locator(".masked").first();
    assertThat(number.getByText(lan.number())).isHidden();
    number.locator("summary").click();
    assertThat(number.getByText(lan.number())).isVisible();
    visitor.step("number-shown");

    page.getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName(words(way, "Đổi mật khẩu", "Change password")))
        .click();
    visitor.step("change-password");
    fill(page, "inUse", OWN);
    fill(page, "password", "gio thoi mat ruoi");
    fill(page, "repeated", "gio thoi mat ruoi");
    press(page, way, "Đổi mật khẩu", "Change password");
    assertThat(page.locator(".banner.good")).isVisible();
    visitor.step("changed");

    page.getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName(words(way, "Thiết bị của tôi", "My devices")))
        .click();
    assertThat(page.locator("h1")).hasText(words(way, "Thiết bị của tôi", "My devices"));
    visitor.step("devices");
    visitor.open("/home");

    press(page, way, "Đăng xuất", "Sign out");
    assertThat(page.locator(".banner.good")).isVisible();
    visitor.step("signed-out");
    visitor.open("/home");
    assertThat(page).hasURL(address() + "/sign-in");
    page.getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions()
                .setName(words(way, "Quên mật khẩu?", "Forgotten your password?")))
        .click();
    page.locator("a[href='/sign-in/help']").click();
    visitor.step("help");
  }

  @ParameterizedTest
  @MethodSource("corners")
  void s3_while_codes_are_guessed_at_a_new_device_types_ten_digits_and_reads_why(Way way) {
    var lan = Somebody.withAccount(people, accounts);
    var own = arrivals.withOwnPassword(lan, OWN);
    sessions.end(sessions.current(own.cookieValue()).orElseThrow());
    GuessedCodes.add(sql, clock.instant(), 5000);
    try {
      var visitor = visitor(way);
      visitor.open("/sign-in");
      signIn(visitor.page, lan.number(), OWN);
      assertThat(visitor.page).hasURL(address() + "/sign-in/code");
      assertThat(visitor.page.locator("main")).containsText("10");
      visitor.step("long-code");
      var code = letterBox.newestCode(lan.phone());
      fill(visitor.page, "code", code.substring(0, 4) + " " + code.substring(4));
      press(visitor.page, way, "Đăng nhập", "Sign in");
      assertThat(visitor.page).hasURL(address() + "/home");
    } finally {
      GuessedCodes.forget(sql);
    }
  }

  @ParameterizedTest
  @MethodSource("corners")
  void r14_signing_in_on_a_second_device_signs_the_first_one_out(Way way) {
    var lan = Somebody.withAccount(people, accounts);
    var first = visitor(way, ColorScheme.DARK);
    first.open("/sign-in");
    first.step("sign-in-dark");
    signIn(first.page, lan.number(), letterBox.firstPassword(lan.id()));
    fill(first.page, "password", OWN);
    fill(first.page, "repeated", OWN);
    first.page.locator("main form button.primary").click();
    assertThat(first.page).hasURL(address() + "/home?notice=password-set");
    first.step("home-dark");

    var second = visitor(way);
    second.open("/sign-in");
    signIn(second.page, lan.number(), OWN);
    assertThat(second.page).hasURL(address() + "/sign-in/elsewhere");
    second.step("warned");
    press(second.page, way, "Tiếp tục và gửi mã", "Continue and send the code");
    assertThat(second.page).hasURL(address() + "/sign-in/code");
    second.step("code");
    fill(second.page, "code", "000000".equals(letterBox.newestCode(lan.phone())) ? "1" : "000000");
    press(second.page, way, "Đăng nhập", "Sign in");
    second.step("wrong-code");
    fill(second.page, "code", letterBox.newestCode(lan.phone()));
    press(second.page, way, "Đăng nhập", "Sign in");
    assertThat(second.page).hasURL(address() + "/home");

    if (way.javaScript()) {
      first.page.evaluate("dispatchEvent(new Event('focus'))");
    } else {
      first.open("/home");
    }
    assertThat(first.page).hasURL(address() + "/sign-in");
    assertThat(first.page.locator(".banner")).isVisible();
    first.step("told-why");

    var reader = visitor(way);
    reader.open("/not-me/" + letterBox.denial(lan.id()));
    reader.step("not-me");
    press(first.page, way, "Không phải tôi → khóa ngay", "That was not me → lock now");
    assertThat(first.page.locator(".banner")).isVisible();
    first.step("locked");
    second.open("/home");
    assertThat(second.page).hasURL(address() + "/sign-in");
  }

  @ParameterizedTest
  @MethodSource("console")
  void r15_a_forgotten_password_is_set_anew_with_a_code(Way way) {
    var lan = Somebody.withAccount(people, accounts);
    var visitor = visitor(way);
    var page = visitor.page;
    visitor.open("/sign-in");
    page.getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions()
                .setName(words(way, "Quên mật khẩu?", "Forgotten your password?")))
        .click();
    visitor.step("ask");
    fill(page, "userName", "12");
    fill(page, "contact", "ai do");
    press(page, way, "Gửi mã xác thực", "Send the code");
    assertThat(page.locator("#userName-problem")).isVisible();
    visitor.step("ask-wrong");
    fill(page, "userName", lan.number());
    fill(page, "contact", lan.email());
    press(page, way, "Gửi mã xác thực", "Send the code");
    assertThat(page).hasURL(address() + "/sign-in/recovery/code");
    visitor.step("code");
    fill(page, "code", "12");
    press(page, way, "Tiếp tục", "Continue");
    visitor.step("wrong-code");
    arrivals.lookAtRequests();
    fill(page, "code", letterBox.newestCode(lan.email()));
    press(page, way, "Tiếp tục", "Continue");
    assertThat(page).hasURL(address() + "/first-password");
    visitor.step("new-password");
    fill(page, "password", OWN);
    fill(page, "repeated", OWN);
    page.locator("main form button.primary").click();
    assertThat(page).hasURL(address() + "/home?notice=password-set");
  }

  private static void signIn(Page page, String number, String password) {
    fill(page, "userName", number);
    fill(page, "password", password);
    page.locator("main form button.primary").click();
  }
}
