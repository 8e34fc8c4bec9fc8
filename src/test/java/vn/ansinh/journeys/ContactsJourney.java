package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ansinh.accounts.Somebody;

/** Somebody gets another phone, and loses the old e-mail address. */
class ContactsJourney extends AccountJourney {

  @ParameterizedTest
  @MethodSource("corners")
  void the_phone_is_changed_with_two_codes_and_the_address_with_one_and_a_day(Way way) {
    var visitor = visitor(way);
    var lan = signedIn(visitor);
    var page = visitor.page;
    visitor.open("/home");

    page.locator("main a[href='/home/contacts']").click();
    visitor.step("contacts");
    page.locator("a[href='/home/contacts/phone']").click();
    visitor.step("new-phone");
    press(page, way, "Gửi mã đến liên hệ mới", "Send a code to the new contact");
    assertThat(page.locator("#contact-problem")).isVisible();
    assertThat(page.locator("#inUse-problem")).isVisible();
    visitor.step("missing");
    var phone = Somebody.anyPhone();
    fill(page, "contact", "0" + phone.substring(3));
    fill(page, "inUse", OWN);
    press(page, way, "Gửi mã đến liên hệ mới", "Send a code to the new contact");
    assertThat(page).hasURL(address() + "/home/contacts/change/new");
    visitor.step("new-code");
    fill(page, "code", "12");
    press(page, way, "Xác nhận", "Confirm");
    assertThat(page.locator("#code-problem")).isVisible();
    visitor.step("new-code-wrong");
    fill(page, "code", letterBox.newestCode(phone));
    press(page, way, "Xác nhận", "Confirm");
    assertThat(page).hasURL(address() + "/home/contacts/change/old");
    visitor.step("old-code");
    fill(page, "code", letterBox.newestCode(lan.phone()));
    press(page, way, "Đổi ngay", "Change now");
    assertThat(page.locator(".banner.good")).isVisible();
    assertThat(page.locator("main")).containsText("0" + phone.substring(3));
    visitor.step("changed");

    page.locator("a[href='/home/contacts/email']").click();
    visitor.step("new-email");
    var email = Somebody.anyEmail();
    fill(page, "contact", email);
    fill(page, "inUse", OWN);
    press(page, way, "Gửi mã đến liên hệ mới", "Send a code to the new contact");
    assertThat(page).hasURL(address() + "/home/contacts/change/new");
    fill(page, "code", letterBox.newestCode(email));
    press(page, way, "Xác nhận", "Confirm");
    visitor.step("old-address");
    press(page, way, "Tôi không còn dùng liên hệ này", "I no longer use this contact");
    assertThat(page.locator("#waiting")).isVisible();
    visitor.step("braked");
    press(page, way, "Hủy việc thay đổi", "Cancel the change");
    assertThat(page.locator("#waiting")).hasCount(0);
    visitor.step("cancelled");
  }
}
