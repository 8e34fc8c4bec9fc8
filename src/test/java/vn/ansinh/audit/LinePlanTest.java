package vn.ansinh.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.ansinh.support.PlanTest;

/** A page of one person's lines costs the same beside any number of others'. */
class LinePlanTest extends PlanTest {

  @Test
  void a_page_reads_the_persons_newest_lines_and_one_posting_for_each() {
    var person = UUID.randomUUID();
    var officer = UUID.randomUUID();
    lines(person, officer);
    var plan =
        String.join(
            "\n",
            sql.sql("explain (analyze, costs off, timing off) " + LineStore.ABOUT)
                .param("persons", new UUID[] {person})
                .param("actions", new String[] {"PERSON_SEEN"})
                .param("at", java.time.OffsetDateTime.parse("2027-01-01T00:00:00Z"))
                .param("id", new UUID(-1, -1))
                .param("limit", 21)
                .query(String.class)
                .list());
    assertThat(plan)
        .contains("entry_person", "entry_posting")
        .doesNotContain("Seq Scan", "entry_subject");
    assertThat(plan).as("no more is read than is shown").containsPattern("entry_person.*rows=2\\d");
  }

  /** Ten years of somebody, among others, and of the officer who looks. */
  private void lines(UUID person, UUID officer) {
    sql.sql(
            """
            insert into audit.entry
                (id, happened_at, action, actor_kind, actor_id, subject_kind, subject_id, person_id, details)
            select gen_random_uuid(), timestamptz '2016-12-01' + i * interval '1 hour', 'PERSON_SEEN',
                   'OFFICER', :officer, 'person', 'plan',
                   case when i % 20 = 0 then cast(:person as uuid) else gen_random_uuid() end, '{}'
            from generate_series(1, 60000) i
            """)
        .param("person", person)
        .param("officer", officer)
        .update();
    sql.sql(
            """
            insert into audit.entry
                (id, happened_at, action, actor_kind, subject_kind, subject_id, details)
            select gen_random_uuid(), timestamptz '2016-12-01' + i * interval '1 day',
                   case i when 1 then 'OFFICER_ADDED' else 'OFFICER_SIGNED_IN' end,
                   'SYSTEM', 'officer', cast(:officer as text), '{"office": "079", "roles": "REVIEWER"}'
            from generate_series(1, 3000) i
            """)
        .param("officer", officer)
        .update();
    sql.sql("analyze audit.entry").update();
  }
}
