package vn.ansinh.stopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.support.PlanTest;

/**
 * However many have stopped before, what waits is found by the person or in the order it is due.
 */
class StoppingPlanTest extends PlanTest {

  @BeforeAll
  void many_declarations() {
    sql.sql(
            """
            insert into people.person
              (person_id, full_name, name_search, birth_year, birth_month, birth_day, sex, status,
               nationality, created_at, changed_at, particulars)
            select ('00000000-0000-4000-9000-' || lpad(i::text, 12, '0'))::uuid, 'Mẫu', 'mau', 1990,
                   1, 1, 'FEMALE', 'ACTIVE', 'VN', now(), now(), '\\x00'
            from generate_series(1, 4000) i
            """)
        .update();
    sql.sql(
            """
            insert into stopping.declaration
              (person_id, id, session_id, status, reason, wanted_on, content, code, begun_at,
               declared_on, due_at, ended_at)
            select ('00000000-0000-4000-9000-' || lpad((1 + i / 10)::text, 12, '0'))::uuid,
                   gen_random_uuid(), gen_random_uuid(),
                   case when i % 10 = 0 then 'WAITING' else 'CANCELLED' end, 'OTHER', current_date,
                   case when i % 10 = 0 then '\\x00'::bytea end, 'F01-2345-6789', now(),
                   current_date, now() + i * interval '1 minute',
                   case when i % 10 = 0 then null else now() end
            from generate_series(0, 39999) i
            """)
        .update();
    sql.sql("analyze stopping.declaration").update();
  }

  @Test
  void the_open_one_of_a_person_is_found_by_the_person() {
    assertThat(plan(StoppingStore.OPEN, Map.of("person", UUID.randomUUID())))
        .contains("Index Scan")
        .doesNotContain("Seq Scan");
  }

  @Test
  void a_page_of_those_due_is_read_in_their_order_and_not_sorted() {
    assertThat(
            plan(
                StoppingStore.DUE,
                Map.of(
                    "now",
                    OffsetDateTime.now().plusDays(30),
                    "afterAt",
                    OffsetDateTime.now(),
                    "afterPerson",
                    UUID.randomUUID(),
                    "most",
                    200)))
        .contains("declaration_due")
        .doesNotContain("Seq Scan")
        .doesNotContain("Sort");
  }

  private String plan(String query, Map<String, Object> values) {
    return String.join(
        "\n", sql.sql("explain (costs off) " + query).params(values).query(String.class).list());
  }
}
