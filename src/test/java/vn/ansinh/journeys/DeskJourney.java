package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.DeclarationStatus;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Field;
import vn.ansinh.staff.Enrolment;
import vn.ansinh.staff.OfficerChange;
import vn.ansinh.staff.OfficerDetails;
import vn.ansinh.staff.Officers;
import vn.ansinh.staff.Role;
import vn.ansinh.support.Journey;
import vn.ansinh.support.TestStaff;

class DeskJourney extends Journey {

  @Autowired TestStaff staff;
  @Autowired Officers officers;
  @Autowired Applicants applicants;
  @Autowired Declarations declarations;
  @Autowired Accounts accounts;
  @Autowired Clock clock;

  @ParameterizedTest
  @MethodSource("console")
  void r9_r11_an_officer_enrols_returns_one_file_and_approves_the_next(Way way) {
    var office = staff.provincialOffice();
    var name = "can.bo." + TestStaff.random();
    var added = (OfficerChange.FirstPassword) staff.add(name, office, Role.REVIEWER);
    var visitor = visitor(way);
    var page = visitor.page;

    visitor.open("/console");
    visitor.step("sign-in");
    page.fill("#userName", name);
    page.fill("#password", "sai mật khẩu");
    press(page, way, "Tiếp tục", "Continue");
    assertThat(page.locator(".error-summary")).isVisible();
    visitor.step("wrong");
    page.fill("#password", added.password());
    press(page, way, "Tiếp tục", "Continue");
    visitor.step("enrolment");
    var secret = page.locator(".secret").textContent().replace(" ", "").strip();
    page.fill("#code", TestStaff.code(new Enrolment(secret, ""), clock.instant()));
    press(page, way, "Xác nhận", "Confirm");
    page.fill("#password", "ngắn");
    press(page, way, "Lưu và vào làm việc", "Save and start work");
    visitor.step("weak-password");
    page.fill("#password", TestStaff.PASSWORD);
    press(page, way, "Lưu và vào làm việc", "Save and start work");
    assertThat(page.locator(".empty")).isVisible();
    visitor.step("empty-queue");
    page.locator(".who").click();
    page.fill("#present", TestStaff.PASSWORD);
    page.fill("#code", "1");
    page.fill("#wanted", "ngắn");
    page.locator("main form .button.primary").click();
    assertThat(page.locator(".error-summary")).isVisible();
    visitor.step("account");
    visitor.open("/console/queue");

    var lan = applicants.known();
    var returned = submitted(lan, office);
    var mai = applicants.known();
    var approved = submitted(mai, office, Map.of(Field.SEX, "MALE"));
    var hoa = applicants.known();
    var consistent = submitted(hoa, office, scanned(hoa));
    page.reload();
    assertThat(page.locator(".row-link")).hasCount(3);
    visitor.step("queue");

    page.locator(".row-link").first().click();
    assertThat(page.locator(".picture")).hasCount(3);
    visitor.step("file");
    open(page, "RETURN", way);
    visitor.step("reasons");
    reasons(page, "RETURN").getByRole(AriaRole.BUTTON).click();
    page.waitForLoadState();
    assertThat(page.locator(".error-summary")).isVisible();
    visitor.step("no-reason");
    reasons(page, "RETURN").locator("input[value=PHOTO_UNREADABLE]").check();
    reasons(page, "RETURN").locator("textarea").fill("Ảnh mặt sau bị lóa ở góc phải.");
    reasons(page, "RETURN").getByRole(AriaRole.BUTTON).click();
    assertThat(page.locator(".banner.good")).isVisible();
    is(returned, DeclarationStatus.RETURNED);

    // The next file has opened by itself.
    assertThat(page.locator("h1")).containsText(code(approved));
    visitor.step("next-file");
    approve(page, way);
    assertThat(page.locator(".error-summary")).isVisible();
    visitor.step("unchecked");
    tick(page, way);
    approve(page, way);
    assertThat(page.locator(".banner.good")).isVisible();
    is(approved, DeclarationStatus.APPROVED);
    org.assertj.core.api.Assertions.assertThat(accounts.exists(mai.person())).isTrue();

    // What agrees takes two keys, and says what they stand for.
    assertThat(page.locator("h1")).containsText(code(consistent));
    visitor.step("consistent-file");
    approve(page, way);
    assertThat(page.locator("#decision-APPROVE form")).isVisible();
    visitor.step("consistent-approval");
    if (way.javaScript() && way.width() > 1000) {
      page.keyboard().press("Enter");
    } else {
      page.locator("#decision-APPROVE form button").click();
    }
    assertThat(page.locator(".banner.good")).isVisible();
    is(consistent, DeclarationStatus.APPROVED);
    visitor.step("queue-done");

    visitor.open("/console/files/" + approved.value());
    assertThat(page.locator("#messages li")).not().hasCount(0);
    visitor.step("approved-file");
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(words(way, "Đăng xuất", "Sign out")))
        .click();
    visitor.open("/console/queue");
    assertThat(page.locator("#password")).isVisible();
  }

  @Test
  void a_head_of_office_finds_moves_and_shares_out_in_the_dark() {
    var way = new Way("desktop-dark-vi", 1280, true, "vi");
    var province = staff.provincialOffice();
    var office = staff.office(province);
    staff.officer(office, Role.REVIEWER);
    var head = staff.enrolledOfficer(province, Role.OFFICE_HEAD, Role.ADMINISTRATOR);
    var known = applicants.known();
    var typed = Applicants.typing(Applicants.stranger(), Field.OFFICE_CODE, office);
    typed = Applicants.typing(typed, Field.HAND_IN, "AT_DESK");
    var file = applicants.submitted(typed).id();
    var visitor = visitor(way, ColorScheme.DARK);
    var page = visitor.page;
    visitor.open("/console");
    page.fill("#userName", head.userName());
    page.fill("#password", TestStaff.PASSWORD);
    press(page, way, "Tiếp tục", "Continue");
    visitor.step("code");
    page.fill("#code", staff.code(head));
    press(page, way, "Đăng nhập", "Sign in");

    visitor.open("/console/paper");
    visitor.step("paper");
    page.fill("#code", "ANSINH:F01:F01-0000-0000");
    page.keyboard().press("Enter");
    assertThat(page.locator(".problem")).isVisible();
    visitor.step("unknown-paper");
    page.fill("#code", "ANSINH:F01:" + code(file));
    page.keyboard().press("Enter");
    assertThat(page.locator(".banner.good")).containsText(code(file));
    visitor.step("paper-received");

    visitor.open("/console/queue?tab=ALL");
    page.keyboard().press("?");
    assertThat(page.locator("#keys dl")).isVisible();
    visitor.step("keys");
    page.keyboard().press("j");
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).containsText(code(file));
    visitor.step("unmatched");
    page.keyboard().press("1");
    assertThat(page.locator("[data-key='1']")).isChecked();
    page.keyboard().press("x");
    assertThat(page.locator("#decision-REJECT form")).isVisible();
    visitor.step("reject-open");
    page.keyboard().press("Escape");
    page.locator(".section-head a").click();
    visitor.step("register");
    page.fill("#number", known.details().socialInsuranceNumber());
    page.locator("form")
        .filter(new Locator.FilterOptions().setHas(page.locator("#number")))
        .getByRole(AriaRole.BUTTON)
        .click();
    visitor.step("found");
    press(page, way, "Chọn người này Nguyễn Thị Hoà Mẫu", "");
    assertThat(page.locator(".compare .chip.bad")).isVisible();
    visitor.step("matched");
    page.keyboard().press("t");
    assertThat(page.locator(".banner.good")).isVisible();
    visitor.open("/console/workload");
    visitor.step("workload");
    visitor.open("/console/tasks");
    visitor.step("tasks");
    visitor.open("/console/admin/staff");
    visitor.step("staff");
    page.locator(".row-link").last().click();
    visitor.step("officer");
    visitor.open("/console/admin/staff/new");
    page.fill("#userName", "Sai Tên");
    page.locator("main form .button.primary").click();
    assertThat(page.locator(".error-summary")).isVisible();
    visitor.step("officer-refused");
    page.fill("#userName", "can.bo." + TestStaff.random());
    page.fill("#fullName", "Hồ Thị Mới");
    page.locator("input[value=INTAKE]").check();
    officers.add(
        new OfficerDetails(
            "can.bo." + TestStaff.random(), "Tô Thị Chờ", province, Set.of(Role.INTAKE)),
        staff.officer(province, Role.ADMINISTRATOR));
    page.locator("main form .button.primary").click();
    assertThat(page.locator(".banner.good")).isVisible();
    visitor.step("proposed");
    page.locator("tbody .button.primary").click();
    assertThat(page.locator(".secret")).isVisible();
    visitor.step("handover");
    visitor.open("/console/admin/reasons");
    visitor.step("reasons");
    page.locator(".row-link").first().click();
    visitor.step("reason");
  }

  private DeclarationId submitted(Applicants.Known known, String office) {
    return applicants.submitted(known.typing(Field.OFFICE_CODE, office)).id();
  }

  private DeclarationId submitted(Applicants.Known known, String office, Map<Field, String> more) {
    var typed = new EnumMap<>(known.typing(Field.OFFICE_CODE, office));
    typed.putAll(more);
    return applicants.submitted(typed).id();
  }

  private static Map<Field, String> scanned(Applicants.Known known) {
    return Map.of(
        Field.CITIZEN_CARD_CODE,
        "%s|012345678|Nguyễn Thị Hòa Mẫu|15011990|Nữ|Số 1 đường Thử, Phường Bến Nghé, Quận 1|15042021"
            .formatted(known.details().personalId()),
        Field.INSURANCE_CARD_CODE,
        "%s|4e677579e1bb856e205468e1bb8b20486fc3a0204de1baab75|1990|2|-|01 - C54|01/01/2026|31/12/2026|01/01/2026|$"
            .formatted("DN479" + known.details().socialInsuranceNumber()));
  }

  private String code(DeclarationId id) {
    return declarations.find(id).orElseThrow().code().value();
  }

  private void is(DeclarationId id, DeclarationStatus status) {
    org.assertj.core.api.Assertions.assertThat(declarations.find(id).orElseThrow().status())
        .isEqualTo(status);
  }

  private static void open(Page page, String kind, Way way) {
    if (way.javaScript() && way.width() > 1000) {
      page.keyboard().press("r");
    } else {
      page.locator("#decision-" + kind + " summary").click();
    }
    assertThat(page.locator("#decision-" + kind + " form")).isVisible();
  }

  private static Locator reasons(Page page, String kind) {
    return page.locator("#decision-" + kind + " form");
  }

  private static void approve(Page page, Way way) {
    if (way.javaScript() && way.width() > 1000) {
      page.keyboard().press("a");
    } else {
      page.locator("button#decision-APPROVE, #decision-APPROVE summary").click();
    }
  }

  private static void tick(Page page, Way way) {
    for (int i = 1; i <= 5; i++) {
      if (way.javaScript() && way.width() > 1000) {
        page.keyboard().press(Integer.toString(i));
      } else {
        page.locator("[data-key='" + i + "']").check();
      }
    }
  }
}
