package vn.ansinh.adjusting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.support.PlanTest;

/** However many requests there have been, a page reads a page, and one is found by its key. */
class AdjustingPlanTest extends PlanTest {

  @BeforeAll
  void many_requests() {
    sql.sql(
            """
            insert into people.person
              (person_id, full_name, name_search, birth_year, birth_month, birth_day, sex, status,
               nationality, created_at, changed_at, particulars)
            select ('00000000-0000-4000-a000-' || lpad(i::text, 12, '0'))::uuid, 'Mẫu', 'mau', 1990,
                   1, 1, 'FEMALE', 'ACTIVE', 'VN', now(), now(), '\\x00'
            from generate_series(0, 3999) i
            """)
        .update();
    sql.sql(
            """
            insert into adjusting.adjustment
              (person_id, id, status, version, office_code, code, declared_on, effective_on,
               submitted_at, decision_due, changed_at)
            select ('00000000-0000-4000-a000-' || lpad((i / 10)::text, 12, '0'))::uuid,
                   gen_random_uuid(), case when i % 10 = 0 then 'SUBMITTED' else 'DONE' end, 2,
                   'plan' || (i / 10) % 40, 'F01-' || i, current_date, current_date, now(),
                   current_date + (i / 400) % 100, now()
            from generate_series(0, 39999) i
            """)
        .update();
    sql.sql(
            """
            insert into people.paper (person_id, kind, number_hash, number)
            select person_id, 'PASSPORT', decode(md5(person_id::text), 'hex'), '\\x00'
            from people.person where name_search = 'mau' and ward_code is null
            on conflict do nothing
            """)
        .update();
    sql.sql("analyze adjusting.adjustment").update();
    sql.sql("analyze people.paper").update();
  }

  @ParameterizedTest
  @ValueSource(strings = {AdjustmentQueueStore.EARLIEST, AdjustmentQueueStore.LATEST})
  void a_page_reads_no_more_than_a_page_of_each_office(String page) {
    var plan =
        plan(
            "explain (analyze, timing off, costs off, buffers off) ",
            "select id from adjusting.adjustment " + page,
            Map.of(
                "offices",
                new String[] {"plan7", "plan8", "plan9"},
                "status",
                "DONE",
                "day",
                LocalDate.now().plusDays(50),
                "after",
                UUID.randomUUID(),
                "most",
                51));
    assertThat(plan)
        .containsPattern("adjustment_state .*actual rows=51")
        .doesNotContain("Seq Scan");
  }

  @Test
  void what_is_not_over_is_counted_by_the_index() {
    assertThat(
            plan(
                "explain (costs off) ",
                AdjustmentQueueStore.COUNTED,
                Map.of("offices", new String[] {"plan7", "plan8"})))
        .contains("Index")
        .doesNotContain("Seq Scan");
  }

  @Test
  void one_is_found_by_its_code_and_a_paper_by_its_hash() {
    assertThat(
            plan(
                "explain (costs off) ",
                "select id from adjusting.adjustment " + AdjustmentQueueStore.BY_CODE,
                Map.of("code", "F01-7")))
        .contains("adjustment_code");
    assertThat(
            plan(
                "explain (costs off) ",
                "select exists (select 1 from people.paper where number_hash = :paper and person_id <> :person)",
                Map.of("paper", new byte[] {1}, "person", UUID.randomUUID())))
        .contains("paper_number");
  }

  private String plan(String explain, String query, Map<String, Object> values) {
    return String.join("\n", sql.sql(explain + query).params(values).query(String.class).list());
  }
}
