package vn.ansinh.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclarationId;

/** Notes and ticks: what officers leave on a file. */
@Repository
class NoteStore {

  private final JdbcClient sql;
  private final Secrets secrets;

  NoteStore(JdbcClient sql, Secrets secrets) {
    this.sql = sql;
    this.secrets = secrets;
  }

  void add(Declaration file, OfficerId by, String text, Instant now) {
    var id = Ids.next();
    sql.sql(
            """
            insert into review.note (person_id, declaration_id, id, officer_id, written_at, text)
            values (:person, :declaration, :id, :officer, :now, :text)
            """)
        .param("person", file.person().value())
        .param("declaration", file.id().value())
        .param("id", id)
        .param("officer", by.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("text", secrets.seal(text, context(id)))
        .update();
  }

  List<Note> of(Declaration file) {
    return sql.sql(
            """
            select id, officer_id, written_at, text
            from review.note
            where person_id = :person and declaration_id = :declaration
            order by id
            """)
        .param("person", file.person().value())
        .param("declaration", file.id().value())
        .query(
            (row, _) -> {
              var id = row.getObject("id", UUID.class);
              return new Note(
                  id,
                  new OfficerId(row.getObject("officer_id", UUID.class)),
                  row.getObject("written_at", OffsetDateTime.class).toInstant(),
                  secrets.openText(row.getBytes("text"), context(id)));
            })
        .list();
  }

  Set<CheckItem> ticked(Declaration file) {
    var ticked = EnumSet.noneOf(CheckItem.class);
    sql.sql(
            """
            select item from review.tick
            where person_id = :person and declaration_id = :declaration
            """)
        .param("person", file.person().value())
        .param("declaration", file.id().value())
        .query(String.class)
        .list()
        .forEach(it -> ticked.add(CheckItem.valueOf(it)));
    return ticked;
  }

  /** These are ticked from now on and no others; who ticked first stays. */
  void tick(Declaration file, Collection<CheckItem> items, OfficerId by, Instant now) {
    var names = items.stream().map(CheckItem::name).toArray(String[]::new);
    sql.sql(
            """
            delete from review.tick
            where person_id = :person and declaration_id = :declaration and item <> all (:items)
            """)
        .param("person", file.person().value())
        .param("declaration", file.id().value())
        .param("items", names)
        .update();
    sql.sql(
            """
            insert into review.tick (person_id, declaration_id, item, officer_id, ticked_at)
            select :person, :declaration, unnest(cast(:items as text[])), :officer, :now
            on conflict do nothing
            """)
        .param("person", file.person().value())
        .param("declaration", file.id().value())
        .param("items", names)
        .param("officer", by.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** A corrected declaration is compared anew. */
  void untick(PersonId person, DeclarationId declaration) {
    sql.sql(
            """
            delete from review.tick where person_id = :person and declaration_id = :declaration
            """)
        .param("person", person.value())
        .param("declaration", declaration.value())
        .update();
  }

  void forget(PersonId person, DeclarationId declaration) {
    untick(person, declaration);
    sql.sql(
            """
            delete from review.note where person_id = :person and declaration_id = :declaration
            """)
        .param("person", person.value())
        .param("declaration", declaration.value())
        .update();
  }

  private static String context(UUID note) {
    return "review.note.text:" + note;
  }
}
