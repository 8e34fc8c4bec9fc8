package vn.ansinh.console.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.ansinh.audit.Actor;
import vn.ansinh.catalogue.CodeChange;
import vn.ansinh.catalogue.CodeEntry;
import vn.ansinh.catalogue.CodeList;
import vn.ansinh.catalogue.CodeLists;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.Window;

class CodeListPagesTest extends Administrating {

  private static final String LISTS = "/console/admin/code-lists";
  private static final String BANK = LISTS + "/BANK";

  @Autowired CodeLists lists;
  @Autowired Clock clock;

  @Test
  void the_six_lists_are_there_with_what_holds_today() {
    var window = administrator();
    for (var list : CodeList.values()) {
      assertThat(window.open(LISTS)).bodyText().contains(LISTS + "/" + list.name());
      assertThat(window.open(LISTS + "/" + list.name())).hasStatusOk();
    }
    assertThat(window.open(LISTS + "/ETHNIC_GROUP")).bodyText().contains("Kinh");
    assertThat(window.open(BANK + "?q=sacombank"))
        .bodyText()
        .contains("970403")
        .doesNotContain("970400");
    assertThat(window.open(BANK + "?q=zzzz")).bodyText().contains("Không có mục nào khớp");
    assertThat(window.open(LISTS + "/NO_SUCH")).hasStatus(404);
    assertThat(window.open(BANK + "/NO_SUCH")).hasStatus(404);
  }

  @Test
  void an_entry_is_added_reworded_and_ended_with_every_version_kept() {
    var window = administrator();
    var code = newCode();
    assertThat(window.open(BANK + "/new")).hasStatusOk();
    assertThat(location(add(window, code))).isEqualTo(BANK + "?done=added");
    assertThat(window.open(BANK + "?q=" + code)).bodyText().contains("Ngân hàng Thử", "TST");
    assertThat(add(window, code)).hasStatus(422).bodyText().contains("Mã này đã có trong danh mục");

    var entry = BANK + "/" + code;
    var tomorrow = VietnamTime.today(clock).plusDays(1);
    var revision = field(window.open(entry), "revision");
    assertThat(version(window, code, revision, tomorrow, "Ngân hàng Đổi tên")).hasStatus(303);
    assertThat(window.open(entry))
        .bodyText()
        .contains("Ngân hàng Đổi tên", "Ngân hàng Thử", "Sắp có hiệu lực");
    assertThat(lists.find(CodeList.BANK, code, VietnamTime.today(clock)).map(CodeEntry::nameVi))
        .contains("Ngân hàng Thử");

    var now = field(window.open(entry), "revision");
    assertThat(ended(window, code, now, tomorrow.plusDays(9))).hasStatus(303);
    assertThat(lists.find(CodeList.BANK, code, tomorrow.plusDays(10))).isEmpty();
    assertThat(window.open(BANK + "?versions=all&q=" + code)).bodyText().contains("Đổi tên");
    assertThat(audited("CODE_ENTRY_WRITTEN", "BANK/" + code)).isEqualTo(2);
    assertThat(audited("CODE_ENTRY_ENDED", "BANK/" + code)).isEqualTo(1);
  }

  @Test
  void of_two_administrators_the_second_is_told() {
    var window = administrator();
    var code = newCode();
    add(window, code);
    var seen = field(window.open(BANK + "/" + code), "revision");
    var today = VietnamTime.today(clock);
    assertThat(version(window, code, seen, today.plusDays(3), "Một")).hasStatus(303);
    var late = version(administrator(), code, seen, today.plusDays(5), "Hai");
    assertThat(late).hasStatus(422).bodyText().contains("Người khác vừa sửa", "Một", "Hai");
    assertThat(ended(window, code, seen, today.plusDays(9))).hasStatus(422);
    assertThat(lists.versions(CodeList.BANK, code)).hasSize(2);
    assertThat(version(window, code, field(late, "revision"), today.plusDays(5), "Hai"))
        .hasStatus(303);
  }

  @Test
  void of_ten_at_once_one_wins() throws Exception {
    var code = newCode();
    var window = administrator();
    add(window, code);
    var from = VietnamTime.today(clock).plusDays(2);
    try (var all = Executors.newFixedThreadPool(10)) {
      Callable<Integer> deed =
          () -> {
            var entry =
                new CodeEntry(
                    CodeList.BANK,
                    code,
                    "Tên",
                    "Name",
                    Map.of(),
                    from.plusDays(ThreadLocalRandom.current().nextInt(1000)),
                    null);
            return lists.write(entry, 1, Actor.SYSTEM) instanceof CodeChange.Done ? 1 : 0;
          };
      var wins = 0;
      for (var done : all.invokeAll(Collections.nCopies(10, deed))) {
        wins += done.get();
      }
      assertThat(wins).isEqualTo(1);
    }
  }

  @Test
  void the_past_is_not_rewritten() {
    var window = administrator();
    var code = newCode();
    add(window, code);
    var revision = field(window.open(BANK + "/" + code), "revision");
    var today = VietnamTime.today(clock);
    assertThat(version(window, code, revision, today.minusDays(1), "Sớm"))
        .hasStatus(422)
        .bodyText()
        .contains("chỉ bắt đầu từ hôm nay");
    assertThat(ended(window, code, revision, today.minusDays(2))).hasStatus(422);
  }

  @Test
  void what_is_wrong_is_told_at_its_field() {
    var window = administrator();
    assertThat(window.send(BANK)).hasStatus(422).bodyText().contains("Ngày không đúng");
    assertThat(add(window, "thường")).hasStatus(422).bodyText().contains("chữ in hoa");
    for (var text : List.of(LONG, "a\u0000b", "\u202eđảo")) {
      for (var field : List.of("code", "nameVi", "nameEn", "attribute", "fromDay", "fromYear")) {
        assertThat(add(window, newCode(), field, text)).as(field).hasStatus(422);
      }
      var code = newCode();
      add(window, code);
      assertThat(window.send(BANK + "/" + code + "/ending", "lastDayDay", text, "revision", text))
          .hasStatus(422);
    }
    assertThat(add(window, newCode(), "nameEn", ""))
        .hasStatus(422)
        .bodyText()
        .contains("cả hai tên");
    var object = LISTS + "/CARD_OBJECT";
    assertThat(send(window, object, "ZZ", "attribute", "6")).hasStatus(422);
    assertThat(send(window, object, "ZZ", "attribute", "")).hasStatus(422);
  }

  @Test
  void lists_of_the_whole_agency_are_changed_by_its_own_administrators_only() {
    var window = administratorOf(staff.provincialOffice());
    assertThat(window.open(BANK)).hasStatusOk().bodyText().doesNotContain(BANK + "/new");
    assertThat(window.open(BANK + "/970403"))
        .hasStatusOk()
        .bodyText()
        .doesNotContain("/versions\"");
    assertThat(window.open(BANK + "/new")).hasStatus(403);
    assertThat(add(window, newCode())).hasStatus(403);
    assertThat(window.send(BANK + "/970403/ending")).hasStatus(403);
  }

  @Test
  void only_administrators_and_only_with_a_token() {
    var window = administrator();
    for (var path : List.of(LISTS, BANK, BANK + "/970403/versions", BANK + "/970403/ending")) {
      onlyForAdministrators(path);
      onlyWithToken(window, path);
    }
  }

  private MvcTestResult add(Window window, String code, String... more) {
    return send(window, BANK, code, more);
  }

  private static MvcTestResult send(Window window, String path, String code, String... more) {
    var form = new LinkedHashMap<String, String>();
    form.put("code", code);
    form.put("nameVi", "Ngân hàng Thử");
    form.put("nameEn", "Test Bank");
    form.put("attribute", "TST");
    form.put("fromDay", "1");
    form.put("fromMonth", "1");
    form.put("fromYear", "2026");
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return window.send(
        path,
        form.entrySet().stream()
            .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
            .toArray(String[]::new));
  }

  private static MvcTestResult version(
      Window window, String code, String revision, LocalDate from, String name) {
    return window.send(
        BANK + "/" + code + "/versions",
        "revision",
        revision,
        "nameVi",
        name,
        "nameEn",
        "Test Bank",
        "attribute",
        "TST",
        "fromDay",
        "" + from.getDayOfMonth(),
        "fromMonth",
        "" + from.getMonthValue(),
        "fromYear",
        "" + from.getYear());
  }

  private static MvcTestResult ended(
      Window window, String code, String revision, LocalDate lastDay) {
    return window.send(
        BANK + "/" + code + "/ending",
        "revision",
        revision,
        "lastDayDay",
        "" + lastDay.getDayOfMonth(),
        "lastDayMonth",
        "" + lastDay.getMonthValue(),
        "lastDayYear",
        "" + lastDay.getYear());
  }

  private static String newCode() {
    return "T" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
  }
}
