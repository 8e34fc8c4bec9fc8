package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.Field;
import vn.ansinh.staff.Role;
import vn.ansinh.support.Journey;
import vn.ansinh.support.TestStaff;

class AdministrationJourney extends Journey {

  private static final String OFFICES = "/console/admin/offices";

  @Autowired TestStaff staff;
  @Autowired Applicants applicants;
  @Autowired Offices offices;

  @ParameterizedTest
  @MethodSource("console")
  void an_administrator_keeps_staff_reasons_and_messages(Way way) {
    var visitor = signedIn(way);
    for (var page : List.of("staff", "staff/new", "reasons", "reasons/new", "messages")) {
      visitor.open("/console/admin/" + page);
      visitor.step(page.replace('/', '-'));
    }
    visitor.open("/console/admin/reasons/PHOTO_UNREADABLE");
    visitor.step("reason");
  }

  @ParameterizedTest
  @MethodSource("console")
  void an_administrator_adds_closes_and_imports_offices(Way way) {
    var visitor = signedIn(way);
    var page = visitor.page;
    var code = newCode();
    visitor.open(OFFICES);
    visitor.step("agency");
    page.fill("#q", "quận 7");
    page.locator("main form[role=search] button").click();
    visitor.step("found");
    visitor.open(OFFICES + "?parent=079");
    visitor.step("province");
    visitor.open(OFFICES + "/079");
    visitor.step("office");
    visitor.open(OFFICES + "/new?parent=079");
    send(page);
    assertThat(page.locator(".error-summary")).isVisible();
    visitor.step("refused");
    page.fill("#code", code);
    page.fill("#name", "BHXH cơ sở Thử nghiệm");
    page.fill("#address", "12 Đường Thử, Phường Nùng Trí Cao");
    page.fill("#openFrom", "1");
    page.fill("#openFromMonth", "7");
    page.fill("#openFromYear", "2025");
    page.fill("#wards", "01279");
    send(page);
    assertThat(page.locator(".banner.good")).isVisible();
    visitor.step("added");
    applicants.submitted(Applicants.typing(Applicants.stranger(), Field.OFFICE_CODE, code));
    visitor.open(OFFICES + "/" + code + "/details");
    visitor.step("details");
    visitor.open(OFFICES + "/" + code + "/closing");
    assertThat(page.locator("#still-there")).isVisible();
    visitor.step("closing");
    page.fill("#lastDay", "31");
    page.fill("#lastDayMonth", "12");
    page.fill("#lastDayYear", "2026");
    page.fill("#successor", "07919");
    send(page);
    visitor.step("closed");

    visitor.open(OFFICES + "/file");
    visitor.step("file");
    var good = newCode() + ",BHXH cơ sở Nhập,079,2025-07-01\n";
    choose(page, "code,name,parent_code,open_from\n" + good + "7919,,079,31/02/2025\n");
    visitor.step("bad-file");
    visitor.open(OFFICES + "/file");
    choose(page, "code,name,parent_code,open_from\n" + good);
    visitor.step("good-file");
    page.locator("main button[value=all]").click();
    visitor.step("imported");
  }

  @ParameterizedTest
  @MethodSource("console")
  void an_administrator_keeps_a_code_list(Way way) {
    var visitor = signedIn(way);
    var page = visitor.page;
    var lists = "/console/admin/code-lists";
    visitor.open(lists);
    visitor.step("lists");
    visitor.open(lists + "/CARD_OBJECT");
    visitor.step("list");
    visitor.open(lists + "/BANK/new");
    page.fill("#code", "sai mã");
    send(page);
    assertThat(page.locator(".error-summary")).isVisible();
    visitor.step("refused");
    var code = "T" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
    page.fill("#code", code);
    page.fill("#nameVi", "Ngân hàng Thử nghiệm");
    page.fill("#nameEn", "Test Bank");
    page.fill("#attribute", "TST");
    send(page);
    assertThat(page.locator(".banner.good")).isVisible();
    visitor.open(lists + "/BANK?versions=all&q=" + code);
    visitor.step("versions");
    page.locator(".row-link").click();
    page.fill("#fromYear", "2199");
    send(page);
    visitor.open(lists + "/BANK/" + code);
    visitor.step("entry");
  }

  private Visitor signedIn(Way way) {
    var visitor = visitor(way);
    var officer = staff.enrolledOfficer(Office.ROOT, Role.ADMINISTRATOR);
    visitor.open("/console");
    visitor.page.fill("#userName", officer.userName());
    visitor.page.fill("#password", TestStaff.PASSWORD);
    visitor.page.locator("main form .button.primary").first().click();
    visitor.page.fill("#code", staff.code(officer));
    visitor.page.locator("main form .button.primary").first().click();
    assertThat(visitor.page.locator(".who")).isVisible();
    return visitor;
  }

  /** The first button of the page's form, whatever it says. */
  private static void send(Page page) {
    page.locator("main form[method=post] .actions button").first().click();
  }

  private static void choose(Page page, String content) {
    page.setInputFiles(
        "#file", new FilePayload("tep.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    send(page);
    assertThat(page.locator("#rows")).isVisible();
  }

  private String newCode() {
    while (true) {
      var code = "03%03d".formatted(ThreadLocalRandom.current().nextInt(1000));
      if (offices.find(code).isEmpty()) {
        return code;
      }
    }
  }
}
