package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Larger letters, more contrast, another language; and the advice to change an old password. */
class SettingsJourney extends AccountJourney {

  @Autowired JdbcClient sql;

  @ParameterizedTest
  @MethodSource("console")
  void settings_hold_on_every_page_of_the_portal(Way way) {
    var visitor = visitor(way);
    var lan = signedIn(visitor);
    var page = visitor.page;
    sql.sql(
            """
            update accounts.account set password_set_at = password_set_at - interval '7 months'
            where person_id = :person
            """)
        .param("person", lan.id().value())
        .update();

    visitor.open("/home");
    assertThat(page.locator(".banner a[href='/home/password']")).isVisible();
    visitor.step("home-old-password");
    page.locator("main a[href='/home/settings']").click();
    visitor.step("settings");
    page.locator("input[name=text][value='200']").check();
    page.locator("input[name=contrast][value=more]").check();
    press(page, way, "Lưu", "Save");
    assertThat(page.locator(".banner.good")).isVisible();
    assertThat(page.locator("html")).hasAttribute("data-text", "200");
    visitor.step("twice-as-large");
    for (var path :
        new String[] {"/home", "/home/contacts", "/home/contacts/phone", "/", "/help"}) {
      visitor.open(path);
      assertThat(page.locator("html")).hasAttribute("data-contrast", "more");
      visitor.step("large" + path.replace('/', '-'));
    }
    visitor.open("/home/settings");
    var other = way.language().equals("vi") ? "English" : "Tiếng Việt";
    page.locator("main")
        .getByRole(
            AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName(other))
        .click();
    assertThat(page.locator("h1")).hasText(way.language().equals("vi") ? "Settings" : "Cài đặt");
    page.locator("input[name=text][value='100']").check();
    page.locator("input[name=contrast][value=auto]").check();
    page.locator("main form button.primary").click();
    org.assertj.core.api.Assertions.assertThat(page.locator("html").getAttribute("data-text"))
        .isNull();
  }
}
