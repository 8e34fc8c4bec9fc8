package vn.ansinh.console.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.portal.Window;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.Field;
import vn.ansinh.staff.Role;

class OfficePagesTest extends Administrating {

  private static final String LIST = "/console/admin/offices";

  @Autowired Offices offices;
  @Autowired Applicants applicants;

  @Test
  void the_tree_is_walked_down_from_the_agency() {
    var window = administrator();
    assertThat(window.open(LIST)).hasStatusOk();
    // Other tests add provinces of their own, so it may stand on any page.
    assertThat(IntStream.range(0, 40).mapToObj(page -> window.open(LIST + "?page=" + page)))
        .anySatisfy(it -> assertThat(it).bodyText().contains("BHXH TP. Hồ Chí Minh"));
    assertThat(window.open(LIST + "?parent=079")).bodyText().contains("BHXH Quận 7", "[00000]");
    assertThat(window.open(LIST + "?q=quan+7")).bodyText().contains("BHXH Quận 7");
    assertThat(window.open(LIST + "?q=binh+duong")).bodyText().doesNotContain(LIST + "/074\"");
    assertThat(window.open(LIST + "?q=binh+duong&closed=true"))
        .bodyText()
        .contains(LIST + "/074\"", "Đã đóng từ sau 30/06/2025");
    assertThat(window.open(LIST + "/074")).bodyText().contains("[079] BHXH TP. Hồ Chí Minh");
    assertThat(window.open(LIST + "/079")).bodyText().contains("Tiếp nhận công việc của", "074");
    assertThat(window.open(LIST + "/015")).bodyText().contains("BHXH tỉnh Yên Bái");
  }

  @Test
  void long_lists_come_in_pages() {
    var upper = staff.provincialOffice();
    IntStream.range(0, 51).forEach(_ -> staff.office(upper));
    var window = administrator();
    var first = window.open(LIST + "?parent=" + upper);
    assertThat(first).bodyText().contains("page=1&amp;parent=" + upper).doesNotContain("page=0");
    assertThat(window.open(LIST + "?page=1&parent=" + upper)).bodyText().contains("page=0");
    for (var page : List.of("-1", "999999")) {
      assertThat(window.open(LIST + "?page=" + page)).hasStatusOk();
    }
  }

  @Test
  void an_office_is_added_with_the_units_it_serves_by_code_or_by_name() {
    var code = newCode();
    var window = administrator();
    assertThat(window.open(LIST + "/new?parent=079"))
        .bodyText()
        .contains("[079] BHXH TP", "list=\"parent-list\"")
        .contains("<option value=\"[07919] BHXH Quận 7\">");
    var added =
        add(window, code, "name", "BHXH  cơ sở Mới ", "wards", "01273\nNùng Trí Cao, Cao Bằng");
    assertThat(location(added)).isEqualTo(LIST + "/" + code + "?done=added");
    assertThat(window.open(LIST + "/" + code + "?done=added"))
        .bodyText()
        .contains("BHXH cơ sở Mới", "Đã thêm cơ quan", "01273 Phường Thục Phán");
    assertThat(offices.serves(code)).hasSizeGreaterThanOrEqualTo(1);
    assertThat(audited("OFFICE_ADDED", code)).isEqualTo(1);
    assertThat(add(window, code)).hasStatus(422).bodyText().contains("Mã này đã có cơ quan khác");
  }

  @Test
  void everything_wrong_is_told_at_its_field_and_nothing_typed_is_lost() {
    var window = administrator();
    assertThat(window.send(LIST))
        .hasStatus(422)
        .bodyText()
        .contains("Vui lòng nhập ngày bắt đầu hoạt động");
    var answer =
        window.send(
            LIST,
            "code",
            "7919",
            "parent",
            "099",
            "phone",
            "gọi tôi",
            "openFromDay",
            "1",
            "openFromMonth",
            "7",
            "openFromYear",
            "2025",
            "address",
            "<b>Số 1</b>");
    assertThat(answer)
        .hasStatus(422)
        .bodyText()
        .contains("ví dụ: 079 hoặc 07919", "Vui lòng nhập tên cơ quan", "Điện thoại chỉ gồm")
        .contains("Không có cơ quan nào mang mã này", "&lt;b>Số 1");
    assertThat(add(window, newCode(), "openFromDay", "31", "openFromMonth", "2"))
        .hasStatus(422)
        .bodyText()
        .contains("Ngày không đúng");
    assertThat(add(window, newCode(), "wards", "Xã Không Có Thật"))
        .hasStatus(422)
        .bodyText()
        .contains("Không rõ đơn vị hành chính “Xã Không Có Thật”");
  }

  @Test
  void hostile_text_is_answered_in_words() {
    var window = administrator();
    for (var text :
        List.of(LONG, "a\u0000b", "\u202eđảo", "😀".repeat(5_000), "'; drop table x --")) {
      for (var field :
          List.of("code", "name", "parent", "address", "phone", "hours", "wards", "oldUnits")) {
        if (text.startsWith("'") && List.of("name", "address", "hours").contains(field)) {
          continue;
        }
        assertThat(add(window, newCode(), field, text)).as(field).hasStatus(422);
      }
      assertThat(add(window, newCode(), "openFromYear", text)).hasStatus(422);
      assertThat(window.send(LIST + "/new-office", "name", text)).hasStatus4xxClientError();
    }
    for (var query : List.of("%00", "%F0%9F%98%80", "a".repeat(5_000), "%27%3B--", "%E2%80%AE")) {
      assertThat(window.open(LIST + "?q=" + query)).hasStatusOk();
      assertThat(window.open(LIST + "?parent=" + query)).hasStatus(404);
    }
    assertThat(window.open(LIST + "/99999")).hasStatus(404);
    assertThat(window.open(LIST + "/xyz")).hasStatus(404);
  }

  @Test
  void of_two_administrators_the_second_sees_what_the_first_wrote() {
    var code = staff.provincialOffice();
    var first = administrator();
    var second = administrator();
    var form = LIST + "/" + code + "/details";
    var seenByFirst = field(first.open(form), "revision");
    var seenBySecond = field(second.open(form), "revision");
    assertThat(change(first, code, seenByFirst, "12 Đường Thử")).hasStatus(303);
    var late = change(second, code, seenBySecond, "99 Đường Khác");
    assertThat(late)
        .hasStatus(422)
        .bodyText()
        .contains("Người khác vừa sửa cơ quan này", "12 Đường Thử", "99 Đường Khác");
    assertThat(offices.find(code).orElseThrow().address()).isEqualTo("12 Đường Thử");
    assertThat(change(second, code, field(late, "revision"), "99 Đường Khác")).hasStatus(303);
    assertThat(offices.find(code).orElseThrow().address()).isEqualTo("99 Đường Khác");
    assertThat(change(second, code, "", "1 Đường Rỗng")).hasStatus(422);
  }

  @Test
  void whoever_closes_an_office_is_told_what_still_lies_there() {
    var code = staff.provincialOffice();
    staff.officer(code, Role.REVIEWER);
    staff.office(code);
    applicants.submitted(Applicants.typing(Applicants.stranger(), Field.OFFICE_CODE, code));
    var window = administrator();
    var closing = LIST + "/" + code + "/closing";
    var page = window.open(closing);
    assertThat(page)
        .bodyText()
        .contains("1 hồ sơ chưa giải quyết xong", "1 cán bộ đang làm việc", "1 cơ quan trực thuộc");
    var revision = field(page, "revision");
    assertThat(close(window, code, revision, "", "079")).hasStatus(422);
    assertThat(close(window, code, revision, "2019", "079"))
        .hasStatus(422)
        .bodyText()
        .contains("Ngày đóng không được trước");
    assertThat(close(window, code, revision, "2026", "khôngcó"))
        .hasStatus(422)
        .bodyText()
        .contains("Không có cơ quan nào mang mã này");
    assertThat(close(window, code, revision, "2026", "[079] BHXH TP. Hồ Chí Minh")).hasStatus(303);
    assertThat(offices.find(code).orElseThrow().successorCode()).isEqualTo("079");
    assertThat(audited("OFFICE_CLOSED", code)).isEqualTo(1);
    assertThat(close(window, code, revision, "2027", "")).hasStatus(422);

    var reopening = LIST + "/" + code + "/reopening";
    assertThat(location(window.send(reopening, "revision", revision))).endsWith("?done=stale");
    var now = field(window.open(closing), "revision");
    assertThat(location(window.send(reopening, "revision", now))).endsWith("?done=reopened");
    assertThat(offices.find(code).orElseThrow().openUntil()).isNull();
    assertThat(audited("OFFICE_REOPENED", code)).isEqualTo(1);
  }

  @Test
  void administrators_keep_their_own_office_and_those_below_only() {
    var province = staff.provincialOffice();
    var below = staff.office(province);
    var elsewhere = staff.provincialOffice();
    var window = administratorOf(province);
    assertThat(window.open(LIST))
        .hasStatusOk()
        .bodyText()
        .contains(below)
        .doesNotContain(elsewhere);
    assertThat(window.open(LIST + "?q=" + elsewhere)).bodyText().contains("Tìm thấy 0");
    for (var page : List.of("", "/details", "/closing")) {
      assertThat(window.open(LIST + "/" + elsewhere + page)).as(page).hasStatus(404);
      assertThat(window.open(LIST + "/" + below + page)).as(page).hasStatusOk();
    }
    assertThat(window.open(LIST + "/" + province + "/closing")).hasStatus(404);
    assertThat(administrator().open(LIST + "/00000/closing")).hasStatus(404);
    assertThat(window.send(LIST + "/" + elsewhere + "/details", "name", "x")).hasStatus(404);
    assertThat(add(window, newCode()))
        .as("below another office")
        .hasStatus(422)
        .bodyText()
        .contains("không thuộc phạm vi quản lý");
    assertThat(add(window, newCode(), "parent", province)).hasStatus(303);
    var revision = field(window.open(LIST + "/" + below + "/details"), "revision");
    assertThat(change(window, below, revision, "1 Đường Mới", elsewhere)).hasStatus(422);
    assertThat(change(window, below, revision, "1 Đường Mới", province)).hasStatus(303);
    var own = field(window.open(LIST + "/" + province + "/details"), "revision");
    assertThat(change(window, province, own, "2 Đường Mới", "00000")).hasStatus(303);
  }

  @Test
  void only_administrators_and_only_with_a_token() {
    var code = staff.provincialOffice();
    var window = administrator();
    for (var path : List.of("", "/" + code + "/details", "/" + code + "/closing", "/file")) {
      onlyForAdministrators(LIST + path);
      onlyWithToken(window, LIST + path);
    }
    onlyWithToken(window, LIST + "/" + code + "/reopening");
  }

  private static MvcTestResult add(Window window, String code, String... more) {
    var form = new LinkedHashMap<String, String>();
    form.put("code", code);
    form.put("name", "BHXH cơ sở Thử nghiệm");
    form.put("parent", "079");
    form.put("openFromDay", "1");
    form.put("openFromMonth", "7");
    form.put("openFromYear", "2025");
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return window.send(LIST, parameters(form));
  }

  private static MvcTestResult change(Window window, String code, String revision, String address) {
    return change(window, code, revision, address, "00000");
  }

  private static MvcTestResult change(
      Window window, String code, String revision, String address, String parent) {
    var form = new LinkedHashMap<String, String>();
    form.put("revision", revision);
    form.put("name", "BHXH thử nghiệm " + code);
    form.put("parent", parent);
    form.put("address", address);
    form.put("phone", "028 0000 0000");
    form.put("openFromDay", "1");
    form.put("openFromMonth", "1");
    form.put("openFromYear", "2020");
    return window.send(LIST + "/" + code + "/details", parameters(form));
  }

  private static MvcTestResult close(
      Window window, String code, String revision, String year, String successor) {
    return window.send(
        LIST + "/" + code + "/closing",
        "revision",
        revision,
        "lastDayDay",
        "31",
        "lastDayMonth",
        "12",
        "lastDayYear",
        year,
        "successor",
        successor);
  }

  private static String[] parameters(Map<String, String> form) {
    return form.entrySet().stream()
        .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
        .toArray(String[]::new);
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
