package vn.ansinh.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.ansinh.support.PlanTest;

/** Look-ups must not slow down as the register grows: each goes through its index alone. */
class PeopleIndexesTest extends PlanTest {

  @Test
  void a_look_up_by_name_and_date_reads_only_its_index_entries() {
    aRegisterOfTwentyThousand();
    var plan =
        plan(
            """
            explain (analyze, buffers)
            select person_id from people.person
            where birth_year = 1960 and birth_month = 4 and birth_day = 7 and name_search = 'nguyen van 4321'
              and status = 'ACTIVE'
            """);
    assertThat(plan)
        .contains("person_birth_name")
        .contains("birth_day = 7")
        .contains("name_search = 'nguyen van 4321'")
        .doesNotContain("Seq Scan");
  }

  @Test
  void a_look_up_by_name_date_and_paper_opens_no_seal_and_reads_no_other_person() {
    aRegisterOfTwentyThousand();
    var plan =
        plan(
            """
            explain (analyze, buffers)
            select person_id from people.person
            where birth_year = 1960 and birth_month = 4 and birth_day = 7 and name_search = 'nguyen van 4321'
              and status = 'ACTIVE'
              and (person_id = gen_random_uuid()
                   or exists (select 1 from people.paper
                              where paper.person_id = person.person_id and paper.number_hash = sha256('X')))
            """);
    assertThat(plan).contains("person_birth_name").doesNotContain("Seq Scan on person");
  }

  @Test
  void a_look_up_by_number_goes_through_the_claim_and_the_key() {
    aRegisterOfTwentyThousand();
    assertThat(
            plan(
                """
                explain select person_id from people.social_insurance_number_claim
                where number_hash = sha256('X000004321')
                """))
        .contains("social_insurance_number_claim_pkey");
    assertThat(
            plan(
                "explain select person_id from people.personal_id_claim where personal_id_hash = 'X'"))
        .contains("personal_id_claim_pkey");
    assertThat(
            plan(
                """
                explain select number_hash, person_id from people.social_insurance_number_claim
                where number_hash = any (array[sha256('X000000001'), sha256('X000004321')])
                """))
        .contains("social_insurance_number_claim_pkey");
    assertThat(plan("explain select * from people.person where household_code = 'H17'"))
        .contains("person_household");
  }

  private void aRegisterOfTwentyThousand() {
    sql.sql(
            """
            with made as (
              insert into people.person
                (person_id, particulars, full_name, name_search, birth_year, birth_month, birth_day, sex,
                 household_code, nationality, status, created_at, changed_at)
              select gen_random_uuid(), sha256(('X' || lpad(i::text, 9, '0'))::bytea), 'Nguyễn Văn ' || i, 'nguyen van ' || i,
                     1940 + i % 70, 1 + i % 12, 1 + i % 28, 'MALE', 'H' || i / 4, 'VN', 'ACTIVE', now(), now()
              from generate_series(1, 20000) i
              returning particulars, person_id
            ), claimed as (
              insert into people.social_insurance_number_claim select * from made returning person_id
            )
            insert into people.personal_id_claim select sha256(person_id::text::bytea), person_id from claimed
            """)
        .update();
    sql.sql("analyze people.person").update();
    sql.sql("analyze people.social_insurance_number_claim").update();
    sql.sql("analyze people.personal_id_claim").update();
  }

  private String plan(String query) {
    return String.join("\n", sql.sql(query).query(String.class).list());
  }
}
