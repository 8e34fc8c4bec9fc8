package vn.ansinh.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.audit.Actor;
import vn.ansinh.catalogue.CodeChange.Reason;
import vn.ansinh.support.ApplicationTest;

@ApplicationTest
class CodeListsTest {

  static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  @Autowired CodeLists lists;
  @Autowired JdbcClient sql;

  @ParameterizedTest
  @CsvSource({
    "CARD_OBJECT,44,CC,Người có công với cách mạng (nhóm 1)",
    "HOUSEHOLD_RELATION,23,00,Chủ hộ",
    "ETHNIC_GROUP,55,01,Kinh",
    "COUNTRY,249,VN,Việt Nam",
    "BANK,34,970436,Ngân hàng TMCP Ngoại thương Việt Nam",
    "IVAN_PROVIDER,7,VNPT,VNPT-BHXH"
  })
  void the_lists_are_filled(CodeList list, int size, String code, String name) {
    assertThat(lists.on(list, DAY)).hasSizeGreaterThanOrEqualTo(size);
    assertThat(lists.find(list, code, DAY).map(CodeEntry::nameVi)).contains(name);
  }

  @Test
  void a_card_object_has_its_level() {
    assertThat(lists.find(CodeList.CARD_OBJECT, "TE", DAY).orElseThrow().attributes())
        .containsEntry("level", "1");
    assertThat(lists.find(CodeList.CARD_OBJECT, "QN", DAY).orElseThrow().attributes())
        .containsEntry("level", "5");
    assertThat(lists.on(CodeList.CARD_OBJECT, DAY))
        .allSatisfy(it -> assertThat(it.attributes().get("level")).matches("[1-5]"));
  }

  @Test
  void a_version_holds_from_its_day_on_and_the_earlier_one_until_the_day_before() {
    var code = newCode();
    write(code, "2026-01-01", "Tên cũ");
    write(code, "2026-07-01", "Tên mới");

    assertThat(nameOn(code, "2025-12-31")).isNull();
    assertThat(nameOn(code, "2026-01-01")).isEqualTo("Tên cũ");
    assertThat(nameOn(code, "2026-06-30")).isEqualTo("Tên cũ");
    assertThat(nameOn(code, "2026-07-01")).isEqualTo("Tên mới");
    assertThat(lists.versions(CodeList.BANK, code).stream().map(CodeEntry::validTo))
        .containsExactly(null, LocalDate.of(2026, 6, 30));
  }

  @Test
  void an_ended_entry_is_gone_from_the_list_but_not_from_history() {
    var code = newCode();
    write(code, "2026-01-01", "Sẽ hết");
    assertThat(lists.end(CodeList.BANK, code, LocalDate.of(2026, 3, 31), Actor.SYSTEM))
        .isInstanceOf(CodeChange.Done.class);

    assertThat(nameOn(code, "2026-03-31")).isEqualTo("Sẽ hết");
    assertThat(nameOn(code, "2026-04-01")).isNull();
    assertThat(lists.on(CodeList.BANK, LocalDate.of(2026, 4, 1)).stream().map(CodeEntry::code))
        .doesNotContain(code);
    assertThat(lists.versions(CodeList.BANK, code)).hasSize(1);
    assertThat(lists.end(CodeList.BANK, code, LocalDate.of(2026, 5, 1), Actor.SYSTEM))
        .isEqualTo(new CodeChange.Refused(Reason.NOT_IN_FORCE));

    write(code, "2026-09-01", "Trở lại");
    assertThat(nameOn(code, "2026-09-01")).isEqualTo("Trở lại");
  }

  @Test
  void two_versions_never_begin_on_the_same_day() {
    var code = newCode();
    write(code, "2026-01-01", "Một");
    assertThat(change(code, "2026-01-01", "Hai"))
        .isEqualTo(new CodeChange.Refused(Reason.DAY_TAKEN));
    assertThat(nameOn(code, "2026-01-01")).isEqualTo("Một");
    assertThat(lists.end(CodeList.BANK, code, LocalDate.of(2026, 1, 1), Actor.SYSTEM))
        .isInstanceOf(CodeChange.Done.class);
    assertThat(lists.end(CodeList.BANK, code, LocalDate.of(2026, 1, 1), Actor.SYSTEM))
        .isEqualTo(new CodeChange.Refused(Reason.DAY_TAKEN));
  }

  @Test
  void what_is_malformed_is_refused() {
    assertThat(change("thường", "2026-01-01", "Tên"))
        .isEqualTo(new CodeChange.Refused(Reason.BAD_CODE));
    assertThat(change(newCode(), "2026-01-01", " "))
        .isEqualTo(new CodeChange.Refused(Reason.BAD_NAME));
    assertThat(change(newCode(), "2026-01-01", "a\u0000b"))
        .isEqualTo(new CodeChange.Refused(Reason.BAD_NAME));
    assertThat(
            lists.write(
                CodeList.CARD_OBJECT, "ZZ", DAY, "Tên", "Name", Map.of("level", "6"), Actor.SYSTEM))
        .isEqualTo(new CodeChange.Refused(Reason.BAD_ATTRIBUTE));
  }

  @Test
  void every_change_is_on_the_trail() {
    var code = newCode();
    write(code, "2026-01-01", "Tên");
    lists.end(CodeList.BANK, code, LocalDate.of(2026, 2, 1), Actor.SYSTEM);
    assertThat(
            sql.sql(
                    "select action from audit.entry where subject_kind = 'code_entry' and subject_id = :id order by happened_at, id")
                .param("id", "BANK/" + code)
                .query(String.class)
                .list())
        .containsExactly("CODE_ENTRY_WRITTEN", "CODE_ENTRY_ENDED");
  }

  private static String newCode() {
    return "T" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
  }

  private void write(String code, String from, String name) {
    assertThat(change(code, from, name)).isInstanceOf(CodeChange.Done.class);
  }

  private CodeChange change(String code, String from, String name) {
    return lists.write(
        CodeList.BANK,
        code,
        LocalDate.parse(from),
        name,
        "English",
        Map.of("shortName", "T"),
        Actor.SYSTEM);
  }

  private String nameOn(String code, String day) {
    return lists
        .find(CodeList.BANK, code, LocalDate.parse(day))
        .map(CodeEntry::nameVi)
        .orElse(null);
  }
}
