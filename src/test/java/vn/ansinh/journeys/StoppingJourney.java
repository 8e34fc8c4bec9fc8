package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Arrivals;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.people.People;
import vn.ansinh.support.Journey;

/** Somebody declares to stop, reads until when it can be taken back, and takes it back. */
@Import({SentSecrets.Configured.class, Arrivals.class})
class StoppingJourney extends Journey {

  static final String OWN = "chieu mua ben song";

  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;

  @ParameterizedTest
  @MethodSource("ways")
  void a_declaration_to_stop_is_made_with_a_code_and_taken_back_with_one_press(Way way) {
    var lan = Somebody.withAccount(people, accounts);
    var visitor = visitor(way);
    var page = visitor.page;
    visitor.open("/sign-in");
    fill(page, "userName", lan.number());
    fill(page, "password", letterBox.firstPassword(lan.id()));
    page.locator("main form button.primary").click();
    fill(page, "password", OWN);
    fill(page, "repeated", OWN);
    page.locator("main form button.primary").click();

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

  private static void fill(Page page, String name, String value) {
    page.locator("#" + name).fill(value);
  }

  private static void press(Page page, Way way, String vietnamese, String english) {
    var words = way.language().equals("vi") ? vietnamese : english;
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true))
        .click();
  }
}
