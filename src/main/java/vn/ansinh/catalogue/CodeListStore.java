package vn.ansinh.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CodeListStore {

  private final JdbcClient sql;
  private final JsonMapper json;

  CodeListStore(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  List<CodeEntry> on(CodeList list, LocalDate day) {
    return sql.sql(
            """
            select list, code, valid_from, name_vi, name_en, attributes, next_from
            from (
                select list, code, valid_from, name_vi, name_en, attributes,
                       lead(valid_from) over (partition by code order by valid_from) as next_from
                from catalogue.code_version
                where list = :list
            ) version
            where name_vi is not null and valid_from <= :day and (next_from is null or next_from > :day)
            order by code
            """)
        .param("list", list.name())
        .param("day", day)
        .query(this::entry)
        .list();
  }

  Optional<CodeEntry> find(CodeList list, String code, LocalDate day) {
    return versions(list, code).stream()
        .filter(it -> !it.validFrom().isAfter(day))
        .findFirst()
        .filter(it -> it.validTo() == null || !it.validTo().isBefore(day));
  }

  /** Until the end of the transaction nobody else who asks changes the entry. */
  void lock(CodeList list, String code) {
    sql.sql(
            "select pg_advisory_xact_lock(hashtextextended('catalogue.code_version/' || :entry, 0))")
        .param("entry", list.name() + "/" + code)
        .query((_, _) -> true)
        .single();
  }

  /** Rows are only ever added. */
  int revision(CodeList list, String code) {
    return sql.sql(
            """
            select count(*)
            from catalogue.code_version
            where list = :list and code = :code
            """)
        .param("list", list.name())
        .param("code", code)
        .query(Integer.class)
        .single();
  }

  List<CodeEntry> versions(CodeList list) {
    return sql.sql(
            """
            select list, code, valid_from, name_vi, name_en, attributes, next_from
            from (
                select list, code, valid_from, name_vi, name_en, attributes,
                       lead(valid_from) over (partition by code order by valid_from) as next_from
                from catalogue.code_version
                where list = :list
            ) version
            where name_vi is not null
            order by code, valid_from desc
            """)
        .param("list", list.name())
        .query(this::entry)
        .list();
  }

  List<CodeEntry> versions(CodeList list, String code) {
    return sql.sql(
            """
            select list, code, valid_from, name_vi, name_en, attributes, next_from
            from (
                select list, code, valid_from, name_vi, name_en, attributes,
                       lead(valid_from) over (order by valid_from) as next_from
                from catalogue.code_version
                where list = :list and code = :code
            ) version
            where name_vi is not null
            order by valid_from desc
            """)
        .param("list", list.name())
        .param("code", code)
        .query(this::entry)
        .list();
  }

  /** False when a version begins on that day already. */
  boolean insert(
      CodeList list,
      String code,
      LocalDate from,
      String nameVi,
      String nameEn,
      Map<String, String> attributes) {
    return sql.sql(
                """
                insert into catalogue.code_version (list, code, valid_from, name_vi, name_en, attributes)
                values (:list, :code, :from, :nameVi, :nameEn, cast(:attributes as jsonb))
                on conflict (list, code, valid_from) do nothing
                """)
            .param("list", list.name())
            .param("code", code)
            .param("from", from)
            .param("nameVi", nameVi)
            .param("nameEn", nameEn)
            .param("attributes", json.writeValueAsString(attributes))
            .update()
        == 1;
  }

  /** False when a version begins on that day already. */
  boolean insertEnd(CodeList list, String code, LocalDate from) {
    return sql.sql(
                """
                insert into catalogue.code_version (list, code, valid_from)
                values (:list, :code, :from)
                on conflict (list, code, valid_from) do nothing
                """)
            .param("list", list.name())
            .param("code", code)
            .param("from", from)
            .update()
        == 1;
  }

  private CodeEntry entry(ResultSet row, int number) throws SQLException {
    var next = row.getObject("next_from", LocalDate.class);
    return new CodeEntry(
        CodeList.valueOf(row.getString("list")),
        row.getString("code"),
        row.getString("name_vi"),
        row.getString("name_en"),
        json.readValue(row.getString("attributes"), new TypeReference<Map<String, String>>() {}),
        row.getObject("valid_from", LocalDate.class),
        next == null ? null : next.minusDays(1));
  }
}
