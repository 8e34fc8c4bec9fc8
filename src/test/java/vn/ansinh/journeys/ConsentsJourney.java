package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody sees what they agreed to, agrees to one thing more and takes it back. */
class ConsentsJourney extends AccountJourney {

  @ParameterizedTest
  @MethodSource("corners")
  void consent_is_given_and_taken_back_with_one_press_each(Way way) {
    var visitor = visitor(way);
    signedIn(visitor);
    var page = visitor.page;
    visitor.open("/home/data");
    page.locator("main a[href='/home/data/consents']").click();
    assertThat(page.locator("main .chip.good")).hasCount(0);
    visitor.step("consents-none");
    page.locator("main form[action$='/FORM_BY_EMAIL'] button").click();
    assertThat(page.locator(".banner.good")).isVisible();
    assertThat(page.locator("main .chip.good")).hasCount(1);
    visitor.step("consents-given");
    page.locator("main form[action$='/FORM_BY_EMAIL/withdrawal'] button").click();
    assertThat(page.locator(".banner.good")).isVisible();
    assertThat(page.locator("main .chip.good")).hasCount(0);
    page.locator("main section[aria-labelledby=basis] summary").first().click();
    visitor.step("consents-withdrawn");
  }
}
