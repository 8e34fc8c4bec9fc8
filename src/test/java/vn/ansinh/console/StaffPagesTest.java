package vn.ansinh.console;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.staff.Role.ADMINISTRATOR;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.ansinh.portal.Window;
import vn.ansinh.support.TestStaff;

/** What administrators change: staff and reasons. */
class StaffPagesTest extends ConsoleSetting {

  @Test
  void staff_are_added_changed_and_deactivated_by_two_administrators() {
    var window = signedIn(ADMINISTRATOR);
    var second = signedIn(ADMINISTRATOR);
    var name = "can.bo." + TestStaff.random();
    var added =
        window.send(
            "/console/admin/staff",
            "userName",
            name,
            "fullName",
            "Hồ Thị Mới",
            "office",
            office,
            "roles",
            "INTAKE");
    assertThat(added)
        .hasStatus(303)
        .hasHeader("Location", "/console/admin/staff/proposals?done=proposed");
    assertThat(window.send("/console/admin/staff", "userName", "Sai Tên")).hasStatus(422);
    assertThat(confirmed(window, name)).hasStatus(422);
    assertThat(confirmed(second, name))
        .hasStatusOk()
        .bodyText()
        .containsPattern("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}");
    assertThat(body(window.open("/console/admin/staff"))).contains(name);
    var id =
        sql.sql("select id from staff.officer where user_name = :name")
            .param("name", name)
            .query(java.util.UUID.class)
            .single();
    var officer = "/console/admin/staff/" + id;
    assertThat(
            window.send(officer, "fullName", "Hồ Thị Khác", "office", office, "roles", "REVIEWER"))
        .hasStatus(303);
    assertThat(confirmed(second, name)).hasStatus(303);
    assertThat(window.open(officer)).bodyText().contains("Hồ Thị Khác");
    assertThat(window.send(officer + "/deactivation")).hasStatus(303);
    assertThat(window.open(officer)).bodyText().contains("Mở lại tài khoản");
    assertThat(window.send(officer + "/first-password")).hasStatus(303);
    assertThat(confirmed(second, name)).hasStatusOk();
    assertThat(window.send(officer + "/second-factor-reset")).hasStatus(303);
    var refusal = proposal(second, name) + "/refusal";
    assertThat(second.send(refusal)).hasStatus(303);
    assertThat(second.send(refusal)).hasStatus(404);
    assertThat(signedIn(staff.provincialOffice(), ADMINISTRATOR).open(officer)).hasStatus(404);
  }

  @Test
  void reasons_are_kept_in_both_languages() {
    var window = signedIn(ADMINISTRATOR);
    var code = "R" + TestStaff.random().toUpperCase(java.util.Locale.ROOT);
    assertThat(window.open("/console/admin/reasons")).bodyText().contains("PHOTO_UNREADABLE");
    assertThat(window.send("/console/admin/reasons", "code", code)).hasStatus(422);
    String[] words = {
      "code", code, "kind", "RETURN", "wrongVi", "Sai.", "toDoVi", "Sửa.", "wrongEn", "Wrong.",
      "toDoEn", "Do."
    };
    assertThat(window.send("/console/admin/reasons", words)).hasStatus(303);
    assertThat(window.send("/console/admin/reasons", words)).hasStatus(422);
    assertThat(window.open("/console/admin/reasons/" + code)).bodyText().contains("Wrong.");
    assertThat(window.send("/console/admin/reasons/" + code, "wrongVi", "")).hasStatus(422);
    assertThat(window.send("/console/admin/reasons/" + code + "/retirement")).hasStatus(303);
    assertThat(window.open("/console/admin/reasons/NO_SUCH")).hasStatus(404);
  }

  private MvcTestResult confirmed(Window window, String userName) {
    return window.send(proposal(window, userName) + "/confirmation");
  }

  private String proposal(Window window, String userName) {
    assertThat(window.open("/console/admin/staff/proposals")).bodyText().contains(userName);
    return "/console/admin/staff/proposals/"
        + sql.sql("select id from staff.proposal where user_name = :name and outcome is null")
            .param("name", userName)
            .query(java.util.UUID.class)
            .single();
  }
}
