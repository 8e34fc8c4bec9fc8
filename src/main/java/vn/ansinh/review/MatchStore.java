package vn.ansinh.review;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclarationId;

@Repository
class MatchStore {

  private final JdbcClient sql;

  MatchStore(JdbcClient sql) {
    this.sql = sql;
  }

  void choose(Declaration file, PersonId registered, OfficerId by, Instant now) {
    sql.sql(
            """
            insert into review.match
                (person_id, declaration_id, matched_person_id, officer_id, matched_at)
            values (:person, :declaration, :matched, :officer, :now)
            on conflict (person_id, declaration_id) do update set
                matched_person_id = excluded.matched_person_id,
                officer_id = excluded.officer_id, matched_at = excluded.matched_at
            """)
        .param("person", file.person().value())
        .param("declaration", file.id().value())
        .param("matched", registered.value())
        .param("officer", by.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<PersonId> chosen(Declaration file) {
    return sql.sql(
            """
            select matched_person_id from review.match
            where person_id = :person and declaration_id = :declaration
            """)
        .param("person", file.person().value())
        .param("declaration", file.id().value())
        .query((row, _) -> new PersonId(row.getObject("matched_person_id", UUID.class)))
        .optional();
  }

  void forget(PersonId person, DeclarationId declaration) {
    sql.sql(
            """
            delete from review.match where person_id = :person and declaration_id = :declaration
            """)
        .param("person", person.value())
        .param("declaration", declaration.value())
        .update();
  }
}
