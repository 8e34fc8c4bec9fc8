package vn.ansinh.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.people.SealedPeople.Particulars;
import vn.ansinh.people.SealedPeople.Side;
import vn.ansinh.platform.MovedRows;
import vn.ansinh.platform.RowsMigration;
import vn.ansinh.platform.TableRewrite;

/** Puts a register that was written in plain under seal. */
@Configuration(proxyBeanMethods = false)
class PeopleMigrations {

  @Bean
  JavaMigration sealPeople(SealedPeople seal) {
    return new RowsMigration(
        "202611281101",
        "seal people",
        rows -> {
          moveClaims(rows, seal);
          movePapers(rows, seal);
          moveChanges(rows, seal);
          sealPersons(rows, seal);
        });
  }

  @Bean
  JavaMigration rewritePeople() {
    return new TableRewrite("202611281103", "people.person");
  }

  private static void moveClaims(MovedRows rows, SealedPeople seal) throws SQLException {
    rows.move(
        "select number, person_id from people.plain_number_claim",
        List.of(
            "insert into people.social_insurance_number_claim (number_hash, person_id) values (?, ?)",
            "delete from people.plain_number_claim where number = ?"),
        row ->
            List.of(
                values(seal.hashOfNumber(row.getString("number")), person(row)),
                values(row.getString("number"))));
    rows.move(
        "select personal_id, person_id from people.plain_personal_id_claim",
        List.of(
            "insert into people.personal_id_claim (personal_id_hash, person_id) values (?, ?)",
            "delete from people.plain_personal_id_claim where personal_id = ?"),
        row ->
            List.of(
                values(seal.hashOfPersonalId(row.getString("personal_id")), person(row)),
                values(row.getString("personal_id"))));
  }

  private static void movePapers(MovedRows rows, SealedPeople seal) throws SQLException {
    rows.move(
        "select person_id, kind, number from people.plain_paper",
        List.of(
            "insert into people.paper (person_id, kind, number_hash, number) values (?, ?, ?, ?)",
            "delete from people.plain_paper where person_id = ? and kind = ? and number = ?"),
        row -> {
          var kind = row.getString("kind");
          var number = row.getString("number");
          return List.of(
              values(
                  person(row),
                  kind,
                  seal.hashOfPaper(number),
                  seal.sealPaper(person(row), PaperKind.valueOf(kind), number)),
              values(person(row), kind, number));
        });
  }

  private static void moveChanges(MovedRows rows, SealedPeople seal) throws SQLException {
    rows.move(
        "select person_id, change_id, field, old_value, new_value from people.plain_person_change",
        List.of(
            """
            insert into people.person_change
              (person_id, change_id, field, old_value, new_value, changed_at, actor_kind, actor_id)
            select person_id, change_id, field, ?, ?, changed_at, actor_kind, actor_id
            from people.plain_person_change
            where person_id = ? and change_id = ? and field = ?
            """,
            """
            delete from people.plain_person_change
            where person_id = ? and change_id = ? and field = ?
            """),
        row -> {
          var change = row.getObject("change_id", UUID.class);
          var field = row.getString("field");
          var key = values(person(row), change, field);
          return List.of(
              values(
                  seal.sealChange(
                      Side.OLD_VALUE, person(row), change, field, row.getString("old_value")),
                  seal.sealChange(
                      Side.NEW_VALUE, person(row), change, field, row.getString("new_value")),
                  person(row),
                  change,
                  field),
              key);
        });
  }

  private static void sealPersons(MovedRows rows, SealedPeople seal) throws SQLException {
    rows.move(
        """
        select person_id, social_insurance_number, personal_id, phone, email, street
        from people.person
        where particulars is null
        """,
        List.of("update people.person set particulars = ? where person_id = ?"),
        row ->
            List.<@Nullable Object[]>of(
                values(
                    seal.seal(
                        person(row),
                        new Particulars(
                            row.getString("social_insurance_number"),
                            row.getString("personal_id"),
                            row.getString("phone"),
                            row.getString("email"),
                            row.getString("street"),
                            null)),
                    person(row))));
  }

  private static UUID person(ResultSet row) throws SQLException {
    return row.getObject("person_id", UUID.class);
  }

  private static @Nullable Object[] values(@Nullable Object... values) {
    return values;
  }
}
