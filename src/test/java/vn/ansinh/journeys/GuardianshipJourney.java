package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.files.Pictures;
import vn.ansinh.guardianship.Family;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.notifications.DemoOutbox;
import vn.ansinh.staff.Role;
import vn.ansinh.support.Journey;
import vn.ansinh.support.TestStaff;

/** Requirement R16: a guardian applies for a child, the office compares, the guardian switches. */
class GuardianshipJourney extends Journey {

  static final String OWN = "chieu mua ben song";
  private static final Pattern SIX_DIGITS = Pattern.compile("\\b\\d{6}\\b");
  private static final Pattern FIRST_PASSWORD =
      Pattern.compile("(?<![\\w/-])([a-z2-9]{5}-[a-z2-9]{5})(?![\\w-])");

  @Autowired TestStaff staff;
  @Autowired ApplicationContext context;
  @Autowired DemoOutbox outbox;

  @ParameterizedTest
  @MethodSource("corners")
  void r16_a_guardian_applies_the_office_compares_and_the_guardian_switches(Way way) {
    var family = new Family(context);
    var lan = family.guardian();
    var be = family.child(lan);
    var guardian = visitor(way);
    signIn(guardian, lan);

    guardian.open("/home/children");
    guardian.step("nobody-yet");
    press(guardian, "a[href='/home/children/new']");
    guardian.step("start");
    press(guardian, "main form button.primary");
    guardian.step("child-empty");
    press(guardian, "main form button.primary");
    assertThat(guardian.page.locator(".error-summary")).isVisible();
    guardian.step("child-wrong");
    var office = apply(guardian, lan, be);
    guardian.step("handed-in");
    guardian.open("/home/children");
    guardian.step("waiting");
    var application =
        guardian
            .page
            .locator("a[href^='/home/children/applications/']")
            .first()
            .getAttribute("href")
            .replaceAll(".*/", "");

    var officer = visitor(way);
    decide(officer, office, application, way);
    guardian.open("/home");
    assertThat(guardian.page.locator(".persons a")).hasCount(2);
    guardian.step("home-with-child");
    press(guardian, ".persons li:last-child a");
    assertThat(guardian.page.locator(".banner.warn")).containsText(Family.NAME);
    assertThat(guardian.page.locator("h1")).hasText(Family.NAME);
    guardian.step("child-home");
    press(guardian, ".persons li:first-child a");
    assertThat(guardian.page).hasURL(address() + "/home");
    guardian.open("/home/children");
    guardian.step("children");

    var child = Mailbox.newest(outbox, lan.email(), FIRST_PASSWORD);
    var another = visitor(way);
    another.open("/sign-in");
    another.page.fill("#userName", be.number());
    another.page.fill("#password", child);
    press(another, "main form button.primary");
    assertThat(another.page.locator("#repeated")).isVisible();
    another.page.fill("#password", "chieu mua ben song");
    another.page.fill("#repeated", "chieu mua ben song");
    press(another, "main form button.primary");
    another.open("/home/data");
    assertThat(another.page.locator("form[action='/home/childs-word/withdrawal']")).isVisible();
    another.step("childs-word");

    end(officer, family, be);
    guardian.page.locator("section section a.button").first().click();
    assertThat(guardian.page.locator("h1")).not().hasText(Family.NAME);
    guardian.step("ended");
  }

  @ParameterizedTest
  @MethodSource("console")
  void an_adult_authorises_a_carer_and_takes_it_back(Way way) {
    var family = new Family(context);
    var lan = family.guardian();
    var minh = family.guardian();
    var giver = visitor(way);
    signIn(giver, lan);
    giver.open("/home/children");
    giver.page.locator("summary").first().click();
    giver.page.fill("#lastYear", "2001");
    press(giver, "form[action='/home/carers'] button");
    assertThat(giver.page.locator("#last-problem")).isVisible();
    giver.step("wrong-day");
    var last = Family.today().plusDays(9);
    giver.page.fill("#last", "" + last.getDayOfMonth());
    giver.page.fill("#lastMonth", "" + last.getMonthValue());
    giver.page.fill("#lastYear", "" + last.getYear());
    giver.page.fill("#inUse", "sai");
    press(giver, "form[action='/home/carers'] button");
    assertThat(giver.page.locator("#inUse-problem")).isVisible();
    giver.step("wrong-password");
    giver.page.fill("#last", "" + last.getDayOfMonth());
    giver.page.fill("#lastMonth", "" + last.getMonthValue());
    giver.page.fill("#lastYear", "" + last.getYear());
    giver.page.fill("#inUse", OWN);
    press(giver, "form[action='/home/carers'] button");
    giver.step("code-made");
    var code = giver.page.locator(".banner .code").textContent().strip();

    var carer = visitor(way);
    signIn(carer, minh);
    carer.open("/home/children");
    carer.page.locator("summary").last().click();
    carer.page.fill("#code", code);
    press(carer, "form[action='/home/carers/acceptance'] button");
    assertThat(carer.page.locator(".banner.good")).isVisible();
    carer.step("taken-up");
    carer.page.locator("section section a.button").first().click();
    assertThat(carer.page.locator(".banner.warn")).isVisible();
    carer.step("looking");

    giver.open("/home/children");
    giver.step("authorised");
    press(giver, "form[action$='/revocation'] button");
    assertThat(giver.page.locator(".banner.good")).isVisible();
    carer.page.reload();
    assertThat(carer.page.locator(".banner.warn")).hasCount(0);
  }

  private void signIn(Visitor visitor, Somebody somebody) {
    visitor.open("/sign-in");
    visitor.page.fill("#userName", somebody.number());
    visitor.page.fill("#password", Mailbox.newest(outbox, somebody.phone(), FIRST_PASSWORD));
    press(visitor, "main form button.primary");
    visitor.page.fill("#password", OWN);
    visitor.page.fill("#repeated", OWN);
    press(visitor, "main form button.primary");
    assertThat(visitor.page).hasURL(address() + "/home?notice=password-set");
  }

  /** The office it went to. */
  private String apply(Visitor visitor, Somebody lan, Family.Child be) {
    var page = visitor.page;
    var born = Family.today().minusYears(8);
    page.locator("input[name=relation][value=MOTHER]").check();
    page.fill("#fullName", Family.NAME);
    page.fill("#birth", "" + born.getDayOfMonth());
    page.fill("#birthMonth", "" + born.getMonthValue());
    page.fill("#birthYear", "" + born.getYear());
    page.locator("input[name=sex][value=FEMALE]").check();
    page.fill("#number", be.number());
    press(visitor, "main form button.primary");
    visitor.step("photos-empty");
    for (var kind : List.of("PORTRAIT", "BIRTH_CERTIFICATE")) {
      page.locator("#" + kind + "-file")
          .setInputFiles(new FilePayload(kind + ".jpg", "image/jpeg", Pictures.jpeg(480, 640)));
      if (!visitor.way.javaScript()) {
        page.locator("#" + kind + " [data-send]").click();
        while (page.locator("#" + kind + " [data-checking]").count() > 0) {
          page.locator("#" + kind + " noscript a").click();
        }
      }
      page.locator("#" + kind + " .chip.good").waitFor();
    }
    visitor.step("photos");
    page.locator("main form button.primary").last().click();
    page.locator("input[name=officeCode]").first().check();
    var office = page.locator("input[name=officeCode]").first().getAttribute("value");
    visitor.step("office");
    press(visitor, "main form button.primary");
    visitor.step("review");
    page.locator("#commit").check();
    page.locator("#CHILD_BY_GUARDIAN").check();
    page.locator("#CHILD_BY_CHILD").check();
    press(visitor, "main form button.primary");
    visitor.step("code");
    page.fill("#code", Mailbox.newest(outbox, lan.email(), SIX_DIGITS));
    page.locator("#code").press("Enter");
    assertThat(page.locator(".chip.note")).isVisible();
    return office;
  }

  private void decide(Visitor visitor, String office, String application, Way way) {
    var head = staff.enrolledOfficer(office, Role.REVIEWER);
    var page = visitor.page;
    visitor.open("/console");
    page.fill("#userName", head.userName());
    page.fill("#password", TestStaff.PASSWORD);
    press(visitor, "main form button.primary");
    page.fill("#code", staff.code(head));
    press(visitor, "main form button.primary");
    visitor.open("/console/children");
    visitor.step("desk");
    page.locator(".row-link[href*='" + application + "']").click();
    visitor.step("file");
    page.locator("#decision-return summary").click();
    page.locator("#decision-return form button").click();
    assertThat(page.locator(".error-summary")).isVisible();
    visitor.step("no-reason");
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions()
                .setName(
                    way.language().equals("vi")
                        ? "Chấp nhận và cấp tài khoản"
                        : "Approve and open the account"))
        .click();
    assertThat(page.locator(".banner.good")).isVisible();
    visitor.step("approved");
  }

  private void end(Visitor visitor, Family family, Family.Child be) {
    visitor.page.fill("#number", be.number());
    press(visitor, "form[action$='/search'] button");
    visitor.step("approved-file");
    family.born(be.id(), BirthDate.of(Family.today().minusYears(1)));
    visitor.page.reload();
    assertThat(visitor.page.locator("form[action$='/end']").last()).isAttached();
    assertThat(visitor.page.locator("input[name=childSaidNo]")).hasCount(0);
    family.born(be.id(), BirthDate.of(Family.today().minusYears(8)));
    visitor.page.reload();
    visitor.page.locator("section details summary").last().click();
    visitor.page.locator("input[name=childSaidNo]").last().check();
    visitor.step("child-said-no");
    press(visitor, "form[action$='/end'] button");
    assertThat(visitor.page.locator(".banner.good")).isVisible();
    visitor.step("guardianship-ended");
  }

  private static void press(Visitor visitor, String button) {
    visitor.page.locator(button).first().click();
    visitor.page.waitForLoadState();
  }
}
