package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.support.PlanTest;

/** However many codes a day sees, what strangers have guessed is read from few rows. */
class CodePlanTest extends PlanTest {

  @BeforeAll
  void a_day_of_codes_of_which_few_were_mistyped() {
    sql.sql(
            """
            insert into accounts.code (id, subject_id, purpose, code_hash, contact_hash, created_at,
              tries, digits, guarded)
            select gen_random_uuid(), gen_random_uuid(), 'SIGN_IN', '', '',
                   now() - i * interval '1 second', case when i % 50 = 0 then 1 else 0 end, 6, true
            from generate_series(0, 49999) i
            """)
        .update();
    sql.sql("analyze accounts.code").update();
  }

  @Test
  void what_was_guessed_is_read_from_the_index_of_what_was_guessed() {
    assertThat(
            plan(
                CodeStore.GUESSED,
                Map.of("since", OffsetDateTime.now().minusDays(1), "most", 5000)))
        .contains("code_guessed")
        .doesNotContain("Seq Scan");
  }

  private String plan(String question, Map<String, ?> values) {
    return String.join(
        "\n", sql.sql("explain " + question).params(values).query(String.class).list());
  }
}
