package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.adjusting.Adjustments;
import vn.ansinh.catalogue.Office;
import vn.ansinh.files.Pictures;
import vn.ansinh.staff.Role;
import vn.ansinh.support.TestStaff;

/** Form 01, điều chỉnh thông tin: asked for, compared by the office, said by the register. */
class AdjustingJourney extends AccountJourney {

  @Autowired TestStaff staff;
  @Autowired Adjustments adjustments;

  @ParameterizedTest
  @MethodSource("corners")
  void somebody_asks_for_another_name_the_office_approves_and_the_register_says_it(Way way) {
    staff.provincialOffice();
    var visitor = visitor(way);
    var page = visitor.page;
    var lan = signedIn(visitor);

    visitor.open("/home/data");
    page.locator("main a[href='/home/adjusting']").click();
    visitor.step("beginning");
    page.locator("main a.button.primary").click();
    page.locator("main form button.primary").click();
    assertThat(page.locator(".error-summary")).isVisible();
    visitor.step("nothing-chosen");
    for (var item : List.of("FULL_NAME", "BIRTH_DATE", "ADDRESS")) {
      page.locator("input[name=item][value=" + item + "]").check();
    }
    visitor.step("chosen");
    page.locator("main form button.primary").click();
    page.locator("main form button.primary").last().click();
    assertThat(page.locator(".error-summary")).isVisible();
    visitor.step("changes-empty");
    page.locator("button[name=go][value=back]").click();
    page.locator("input[name=item][value=ADDRESS]").uncheck();
    page.locator("main form button.primary").click();
    page.fill("#fullName", "Trần Thị Mới");
    page.fill("#birthYear", "1989");
    page.locator("input[name=reason][value=CIVIL_STATUS]").check();
    page.fill("#note", "Theo giấy khai sinh cấp lại");
    visitor.step("changes");
    page.locator("main form button.primary").last().click();
    page.locator("main form button.primary").last().click();
    assertThat(page.locator(".error-summary")).isVisible();
    visitor.step("evidence-missing");
    photo(visitor, "BIRTH_CERTIFICATE");
    visitor.step("evidence");
    page.locator("main form button.primary").last().click();
    page.locator("#commit").check();
    page.fill("#inUse", OWN);
    visitor.step("review");
    page.locator("main form button.primary").last().click();
    visitor.step("code");
    page.fill("#code", letterBox.newestCode(lan.phone()));
    page.locator("#code").press("Enter");
    assertThat(page.locator(".chip.note")).isVisible();
    visitor.step("handed-in");

    var officer = visitor(way);
    returned(officer, lan);
    visitor.open("/home/adjusting");
    visitor.step("returned");
    page.locator("section details summary").click();
    page.locator("form[action$='/withdrawal'] button").click();
    assertThat(page.locator(".banner.good")).isVisible();
    visitor.step("withdrawn");
    askAgain(visitor, lan);

    approved(officer, lan);
    visitor.open("/home/adjusting");
    assertThat(page.locator(".chip.good")).isVisible();
    visitor.step("done");
    visitor.open("/home");
    assertThat(page.locator("h1")).hasText("Trần Thị Mới");
    assertThat(people.find(lan.id()).orElseThrow().birthDate().text()).isEqualTo("1989");
  }

  private void askAgain(Visitor visitor, Somebody lan) {
    var page = visitor.page;
    page.locator("main a.button.primary").click();
    page.locator("input[name=item][value=FULL_NAME]").check();
    page.locator("input[name=item][value=BIRTH_DATE]").check();
    page.locator("main form button.primary").click();
    page.fill("#fullName", "Trần Thị Mới");
    page.fill("#birthYear", "1989");
    page.locator("input[name=reason][value=MISTAKE]").check();
    page.locator("main form button.primary").last().click();
    photo(visitor, "BIRTH_CERTIFICATE");
    page.locator("main form button.primary").last().click();
    page.locator("#commit").check();
    page.fill("#inUse", OWN);
    page.locator("main form button.primary").last().click();
    page.fill("#code", letterBox.newestCode(lan.phone()));
    page.locator("#code").press("Enter");
    assertThat(page.locator(".chip.note")).isVisible();
  }

  private static void photo(Visitor visitor, String kind) {
    var page = visitor.page;
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

  private void returned(Visitor visitor, Somebody lan) {
    var officer = staff.enrolledOfficer(Office.ROOT, Role.REVIEWER);
    visitor.context.addCookies(
        List.of(new Cookie("desk", staff.session(officer)).setUrl(address())));
    var page = visitor.page;
    visitor.open("/console/adjusting");
    visitor.step("desk");
    page.locator("form[action$='/search'] button").click();
    assertThat(page.locator(".error-summary")).isVisible();
    visitor.step("not-found");
    openNewest(visitor, lan);
    visitor.step("file");
    page.locator("form[action$='/taking'] button").click();
    visitor.step("taken");
    page.locator("#decision-return summary").click();
    page.locator("#answer-return").fill("Ảnh giấy khai sinh bị mờ.\nVui lòng chụp lại đủ bốn góc.");
    visitor.step("returning");
    page.locator("#decision-return form button").click();
    assertThat(page.locator(".banner.good")).isVisible();
  }

  private void approved(Visitor visitor, Somebody lan) {
    var page = visitor.page;
    visitor.open("/console/adjusting");
    openNewest(visitor, lan);
    page.locator("form[action$='/taking'] button").click();
    page.locator("form[action$='/approval'] button").click();
    assertThat(page.locator(".banner.good")).isVisible();
    visitor.step("approved");
  }

  private void openNewest(Visitor visitor, Somebody lan) {
    var newest = adjustments.newest(lan.id()).orElseThrow();
    var page = visitor.page;
    page.fill("#code", newest.code().value());
    page.locator("form[action$='/search'] button").click();
    page.waitForURL("**/console/adjusting/" + newest.id());
  }
}
