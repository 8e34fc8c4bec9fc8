package vn.ansinh.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.ansinh.support.PlanTest;

/** A month of one office is read from the index alone, however many years lie beside it. */
class WorkingTimesPlanTest extends PlanTest {

  @Test
  void a_month_of_an_office_does_not_read_the_years_before_it() {
    decisions();
    var plan =
        String.join(
            "\n",
            sql.sql(
                    """
                    explain (analyze, costs off, timing off)
                    select officer_id, kind, assessment, count(*), count(worked_seconds),
                           percentile_disc(0.5) within group (order by worked_seconds),
                           percentile_disc(0.9) within group (order by worked_seconds)
                    from review.decision
                    where office_code = any (array['plan1', 'plan2'])
                      and decided_at >= timestamptz '2026-03-01' and decided_at < timestamptz '2026-03-31'
                    group by grouping sets ((), (kind, assessment), (officer_id))
                    """)
                .query(String.class)
                .list());
    assertThat(plan).contains("decision_work").doesNotContain("Seq Scan");
    assertThat(
            String.join(
                "\n",
                sql.sql(
                        "explain select decided_at from review.decision where declaration_id ="
                            + " '00000000-0000-0000-0000-000000000000' order by decided_at desc limit 1")
                    .query(String.class)
                    .list()))
        .doesNotContain("Seq Scan");
  }

  @Test
  void the_looks_at_one_file_are_found_by_the_file() {
    sql.sql(
            """
            insert into audit.entry
                (id, happened_at, action, actor_kind, actor_id, subject_kind, subject_id, details)
            select gen_random_uuid(), now(), 'FILE_OPENED', 'OFFICER', gen_random_uuid(), 'declaration',
                   'plan' || i / 10, '{}' from generate_series(1, 20000) i
            """)
        .update();
    sql.sql("analyze audit.entry").update();
    assertThat(
            String.join(
                "\n",
                sql.sql(
                        """
                        explain select happened_at from audit.entry
                        where subject_kind = 'declaration' and subject_id = 'plan77'
                          and happened_at > timestamptz 'epoch' and actor_kind = 'OFFICER'
                          and actor_id = gen_random_uuid()
                        order by happened_at desc limit 1000
                        """)
                    .query(String.class)
                    .list()))
        .contains("entry_subject")
        .doesNotContain("Seq Scan");
  }

  /** Forty offices, three years, a tenth of three hundred a day. */
  private void decisions() {
    sql.sql(
            """
            insert into review.decision
                (id, declaration_id, officer_id, office_code, kind, decided_at, assessment, worked_seconds)
            select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'plan' || i % 40, 'APPROVE',
                   timestamptz '2024-01-01' + i * interval '30 minutes', 'CONSISTENT', i % 600
            from generate_series(1, 52000) i
            """)
        .update();
    sql.sql("analyze review.decision").update();
  }
}
