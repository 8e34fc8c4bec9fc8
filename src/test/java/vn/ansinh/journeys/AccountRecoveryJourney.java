package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.audit.Actor;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.notifications.DemoOutbox;
import vn.ansinh.people.People;
import vn.ansinh.people.Placed;
import vn.ansinh.people.Registered;
import vn.ansinh.review.RecoveryOffice;
import vn.ansinh.staff.Role;
import vn.ansinh.support.Journey;
import vn.ansinh.support.TestStaff;

/** At the counter: a paper, a new contact, a second officer, a password nobody else sees. */
class AccountRecoveryJourney extends Journey {

  private static final Pattern PASSWORD =
      Pattern.compile(
          "([abcdefghjkmnpqrstuvwxyz23456789]{5}-[abcdefghjkmnpqrstuvwxyz23456789]{5})");

  @Autowired TestStaff staff;
  @Autowired Offices offices;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired DemoOutbox outbox;

  @ParameterizedTest
  @MethodSource("console")
  void two_officers_help_somebody_who_has_lost_phone_and_address(Way way) {
    var office = RecoveryOffice.in(staff, offices);
    var lan = Placed.in(RecoveryOffice.WARD);
    var id = ((Registered.Added) people.add(lan, Actor.SYSTEM)).id();
    accounts.open(
        id,
        lan.socialInsuranceNumber(),
        List.of(Contact.phone(Somebody.anyPhone())),
        Locale.of("vi"),
        Actor.SYSTEM);

    var counter = visitor(way);
    counter.context.addCookies(
        List.of(
            new Cookie("desk", staff.session(staff.enrolledOfficer(office, Role.INTAKE)))
                .setUrl(address())));
    var page = counter.page;
    counter.open("/console/recoveries");
    counter.step("search");
    fill(page, "number", "12");
    press(page, way, "Tìm", "Search");
    assertThat(page.locator("#number-problem")).isVisible();
    counter.step("wrong-number");
    fill(page, "number", lan.socialInsuranceNumber());
    press(page, way, "Tìm", "Search");
    assertThat(page.locator("main")).containsText(lan.fullName());
    counter.step("found");
    press(page, way, "Đề nghị khôi phục", "Propose recovery");
    assertThat(page.locator(".error-summary li")).hasCount(3);
    counter.step("incomplete");
    page.locator("#paper").check();
    page.locator("#checked").check();
    var email = Somebody.anyEmail();
    fill(page, "contact", email);
    press(page, way, "Đề nghị khôi phục", "Propose recovery");
    assertThat(page.locator(".banner.good")).isVisible();
    counter.step("proposed");

    var reviewer = visitor(way);
    reviewer.context.addCookies(
        List.of(
            new Cookie("desk", staff.session(staff.enrolledOfficer(office, Role.REVIEWER)))
                .setUrl(address())));
    reviewer.open("/console/recoveries");
    reviewer.step("waiting");
    reviewer.page.locator("form[action$='/confirmation'] button").click();
    assertThat(reviewer.page.locator(".banner.good")).isVisible();
    reviewer.step("confirmed");

    var first = Mailbox.newest(outbox, email, PASSWORD);
    var person = visitor(way);
    person.open("/sign-in");
    fill(person.page, "userName", lan.socialInsuranceNumber());
    fill(person.page, "password", first);
    person.page.locator("main form button.primary").click();
    assertThat(person.page).hasURL(address() + "/first-password");
  }
}
