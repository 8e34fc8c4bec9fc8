package vn.ansinh.guardianship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.support.PlanTest;

/** With a million families beside them, rows are found by an index and pages read in its order. */
class GuardianshipPlanTest extends PlanTest {

  private static final int MANY = 40_000;

  @BeforeAll
  void many_families() {
    sql.sql(
            """
            insert into people.person
              (person_id, full_name, name_search, birth_year, birth_month, birth_day, sex, status, nationality, created_at,
               changed_at, particulars)
            select ('00000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid, 'Mẫu', 'mau', 1990,
                   1, 1, 'FEMALE', 'ACTIVE', 'VN', now(), now(), '\\x00'
            from generate_series(1, 200) i
            """)
        .update();
    sql.sql(
            """
            insert into guardianship.application
              (person_id, id, status, version, office_code, child_id, changed_at, submitted_at,
               decided_at, kept_until)
            select ('00000000-0000-4000-8000-' || lpad((1 + i %% 200)::text, 12, '0'))::uuid,
                   gen_random_uuid(),
                   case when i %% 20 = 0 then 'SUBMITTED' else 'APPROVED' end, 2, 'plan' || i %% 60,
                   gen_random_uuid(), now() - i * interval '1 minute',
                   now() - i * interval '1 minute',
                   case when i %% 20 = 0 then null else now() end, null
            from generate_series(1, %d) i
            """
                .formatted(MANY))
        .update();
    sql.sql(
            """
            insert into guardianship.link
              (person_id, id, guardian_id, kind, scope, granted_at, last_day, look_again_on)
            select ('00000000-0000-4000-8000-' || lpad((1 + i %% 200)::text, 12, '0'))::uuid,
                   gen_random_uuid(), gen_random_uuid(), 'CARER', 'LOOK', now(), current_date,
                   current_date + i %% 300
            from generate_series(1, %d) i
            """
                .formatted(MANY))
        .update();
    sql.sql(
            """
            insert into guardianship.offer
              (code_hash, person_id, scope, last_day, made_at, expires_at)
            select decode(md5(i::text), 'hex'), gen_random_uuid(), 'LOOK', current_date, now(), now()
            from generate_series(1, 20000) i
            """)
        .update();
    Stream.of("application", "link", "offer")
        .forEach(it -> sql.sql("analyze guardianship." + it).update());
  }

  @Test
  void a_page_of_the_queue_is_found_by_office() {
    assertThat(
            plan(
                "select id from guardianship.application " + ApplicationStore.WAITING,
                Map.of(
                    "offices",
                    new String[] {"plan20", "plan40"},
                    "since",
                    java.time.OffsetDateTime.now().minusDays(3),
                    "after",
                    UUID.randomUUID(),
                    "most",
                    51)))
        .contains("application_desk");
  }

  @Test
  void what_one_person_has_is_found_by_the_person() {
    for (var query :
        new String[] {
          "select id from guardianship.application where person_id = :person and id = :id for update",
          """
          select person_id, count(*) from guardianship.application
          where person_id = any (array[:person]) and status = 'SUBMITTED' group by person_id
          """,
          """
          select id from guardianship.application where child_id = :person and status = 'APPROVED'
          order by decided_at desc limit 20
          """,
          "select id from guardianship.link where person_id = :person",
          "select id from guardianship.link where guardian_id = :person and ended_at is null",
          """
          select id from guardianship.link
          where guardian_id = :person and person_id = :id and ended_at is null
          """,
          "select count(*) from guardianship.offer where person_id = :person",
        }) {
      plan(query, Map.of("person", UUID.randomUUID(), "id", UUID.randomUUID()));
    }
  }

  @Test
  void what_is_due_is_found_by_its_day() {
    plan(
        """
        select id from guardianship.link where ended_at is null and look_again_on < current_date
        order by look_again_on limit 200
        """,
        Map.of());
    plan("delete from guardianship.offer where expires_at <= now() - interval '1 day'", Map.of());
    plan(
        """
        select id from guardianship.application where kept_until < now() order by kept_until limit 50
        """,
        Map.of());
    plan(
        "delete from guardianship.offer where code_hash = :hash returning person_id",
        Map.of("hash", new byte[16]));
  }

  private String plan(String query, Map<String, Object> values) {
    var plan =
        String.join(
            "\n",
            sql.sql("explain (costs off) " + query).params(values).query(String.class).list());
    assertThat(plan).as(query).doesNotContain("Seq Scan").contains("Index");
    return plan;
  }
}
