package vn.ansinh.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import vn.ansinh.audit.Actor;
import vn.ansinh.catalogue.OfficeChange.Field;
import vn.ansinh.catalogue.OfficeChange.Problem;
import vn.ansinh.catalogue.OfficeChange.Reason;
import vn.ansinh.catalogue.OfficeDetails.ServedUnit;
import vn.ansinh.support.ApplicationTest;

@ApplicationTest
@RecordApplicationEvents
class OfficesTest {

  static final String TAN_PHU_OLD = "27487";

  /** A ward of Cao Bằng that only tests give an office of its own. */
  static final String SONG_HIEN_OLD = "01267";

  @Autowired Offices offices;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEvents events;

  @Test
  void the_tree_of_the_notices_is_there() {
    assertThat(offices.open("00000").map(Office::label)).contains("[00000] BHXH Việt Nam");
    assertThat(offices.open("079").map(Office::label)).contains("[079] BHXH TP. Hồ Chí Minh");
    assertThat(offices.open("07919").map(Office::label)).contains("[07919] BHXH Quận 7");
    assertThat(offices.below("079").stream().map(Office::code)).contains("07906", "07919");
    assertThat(offices.roots()).hasSizeGreaterThanOrEqualTo(34);
    assertThat(offices.below("092").stream().filter(it -> it.code().matches("09[234]0.|0941.")))
        .as("the eighteen of Cần Thơ")
        .hasSizeGreaterThanOrEqualTo(18);
  }

  @Test
  void the_63_provincial_offices_became_34() {
    assertThat(count("select count(*) from catalogue.office where code ~ '^0..$'")).isEqualTo(63);
    assertThat(
            count(
                """
                select count(*) from catalogue.office
                where code ~ '^0..$' and open_until = date '2025-06-30'
                """))
        .isEqualTo(29);
    assertThat(offices.open("074")).isEmpty();
    assertThat(offices.find("074").orElseThrow().successorCode()).isEqualTo("079");
    assertThat(offices.find("010").orElseThrow().successorCode()).isEqualTo("015");
  }

  @Test
  void a_code_that_lives_on_keeps_the_name_it_had() {
    assertThat(offices.find("015").orElseThrow().name()).isEqualTo("BHXH tỉnh Lào Cai");
    assertThat(formerNames("015")).containsExactly("BHXH tỉnh Yên Bái");
    assertThat(formerNames("075")).containsExactly("BHXH tỉnh Đồng Nai");
    assertThat(formerNames("079")).isEmpty();
  }

  @Test
  void every_ward_of_both_layers_has_an_office() {
    assertThat(
            count(
                """
                select count(*) from catalogue.unit province
                where level = 'PROVINCE' and not exists (
                    select from catalogue.office_unit
                    join catalogue.office on office.code = office_code
                    where office_unit.layer = province.layer and unit_code = province.code
                      and open_until is null)
                """))
        .isZero();
  }

  @Test
  void the_nearest_office_is_suggested_first() {
    assertThat(codes(offices.suggest(Layer.UNTIL_2025, TAN_PHU_OLD)))
        .startsWith("07919")
        .endsWith("079");
    assertThat(codes(offices.suggest(Layer.SINCE_2025, "27487")))
        .startsWith("07919")
        .endsWith("079");
    assertThat(offices.suggest(Layer.SINCE_2025, "99999")).isEmpty();
  }

  @Test
  void offices_are_found_by_code_and_by_words_without_diacritics() {
    assertThat(codes(offices.search("quan 7", 20))).contains("07919");
    assertThat(codes(offices.search("0791", 20))).contains("07919").doesNotContain("07906");
    assertThat(codes(offices.search("can tho", 20))).contains("092", "09200");
  }

  @Test
  void the_agency_covers_all_and_a_province_those_below_and_those_it_took_over() {
    assertThat(offices.covers("00000", "07919")).isTrue();
    assertThat(offices.covers("079", "07919")).isTrue();
    assertThat(offices.covers("07919", "07919")).isTrue();
    assertThat(offices.covers("079", "074")).as("Bình Dương was taken over").isTrue();
    assertThat(offices.covers("07919", "079")).isFalse();
    assertThat(offices.covers("001", "07919")).isFalse();
    assertThat(offices.codesUnder("99999")).isEmpty();
  }

  @Test
  void an_office_is_added_changed_and_closed_with_its_history() {
    var code = newCode();
    var details = details(code, "BHXH cơ sở Thử nghiệm", Set.of());
    assertThat(offices.upsert(details, Actor.SYSTEM)).isInstanceOf(OfficeChange.Added.class);
    assertThat(offices.upsert(details, Actor.SYSTEM)).isInstanceOf(OfficeChange.Unchanged.class);

    var renamed =
        details(
            code, "BHXH cơ sở Đổi tên", Set.of(new ServedUnit(Layer.UNTIL_2025, SONG_HIEN_OLD)));
    assertThat(offices.upsert(renamed, Actor.SYSTEM)).isInstanceOf(OfficeChange.Changed.class);
    assertThat(formerNames(code)).containsExactly("BHXH cơ sở Thử nghiệm");
    assertThat(codes(offices.suggest(Layer.UNTIL_2025, SONG_HIEN_OLD))).contains(code);

    assertThat(offices.close(code, LocalDate.of(2026, 1, 31), "079", Actor.SYSTEM))
        .isInstanceOf(OfficeChange.Changed.class);
    assertThat(offices.open(code)).isEmpty();
    assertThat(offices.codesUnder("079")).contains(code);
    assertThat(events.stream(OfficeClosed.class)).contains(new OfficeClosed(code));
    assertThat(
            sql.sql(
                    "select action from audit.entry where subject_kind = 'office' and subject_id = :code order by happened_at, id")
                .param("code", code)
                .query(String.class)
                .list())
        .containsExactly("OFFICE_ADDED", "OFFICE_CHANGED", "OFFICE_CHANGED", "OFFICE_CLOSED");
  }

  @Test
  void everything_wrong_with_an_office_is_told_at_once() {
    var wrong =
        new OfficeDetails(
            "7919",
            " ",
            "09999",
            "a".repeat(301),
            "call me",
            "line\nbreak",
            LocalDate.of(2026, 2, 1),
            LocalDate.of(2026, 1, 1),
            "08888",
            Set.of(new ServedUnit(Layer.SINCE_2025, "00000")));
    assertThat(problems(wrong))
        .containsExactly(
            new Problem(Field.CODE, Reason.MALFORMED),
            new Problem(Field.NAME, Reason.MISSING),
            new Problem(Field.PARENT, Reason.UNKNOWN),
            new Problem(Field.ADDRESS, Reason.TOO_LONG),
            new Problem(Field.PHONE, Reason.MALFORMED),
            new Problem(Field.HOURS, Reason.MALFORMED),
            new Problem(Field.OPEN_UNTIL, Reason.BACKWARDS),
            new Problem(Field.SUCCESSOR, Reason.UNKNOWN),
            new Problem(Field.SERVES, Reason.UNKNOWN));
  }

  @Test
  void no_office_stands_above_itself_and_the_agency_never_closes() {
    var upper = newCode();
    offices.upsert(details(upper, "Trên", Set.of()), Actor.SYSTEM);
    var lower = newCode();
    offices.upsert(below(upper, lower), Actor.SYSTEM);
    assertThat(problems(below(lower, upper)))
        .containsExactly(new Problem(Field.PARENT, Reason.CIRCULAR));
    assertThat(offices.close("00000", LocalDate.of(2030, 1, 1), null, Actor.SYSTEM))
        .isInstanceOf(OfficeChange.Refused.class);
    assertThat(offices.close("09998", LocalDate.of(2030, 1, 1), null, Actor.SYSTEM))
        .isInstanceOf(OfficeChange.Refused.class);
  }

  private static OfficeDetails details(String code, String name, Set<ServedUnit> serves) {
    return new OfficeDetails(
        code, name, "079", null, null, null, LocalDate.of(2025, 7, 1), null, null, serves);
  }

  private static OfficeDetails below(String parent, String code) {
    return new OfficeDetails(
        code, "Dưới", parent, null, null, null, LocalDate.of(2025, 7, 1), null, null, Set.of());
  }

  private List<Problem> problems(OfficeDetails details) {
    return switch (offices.upsert(details, Actor.SYSTEM)) {
      case OfficeChange.Refused(var problems) -> problems;
      case OfficeChange.Added _,
          OfficeChange.Changed _,
          OfficeChange.Unchanged _,
          OfficeChange.Stale _ ->
          List.of();
    };
  }

  private String newCode() {
    while (true) {
      var code = "03%03d".formatted(ThreadLocalRandom.current().nextInt(1000));
      if (offices.find(code).isEmpty()) {
        return code;
      }
    }
  }

  private List<String> formerNames(String code) {
    return sql.sql("select name from catalogue.office_former_name where office_code = :code")
        .param("code", code)
        .query(String.class)
        .list();
  }

  private static List<String> codes(List<Office> found) {
    return found.stream().map(Office::code).toList();
  }

  private int count(String query) {
    return sql.sql(query).query(Integer.class).single();
  }
}
