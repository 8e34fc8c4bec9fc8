package vn.ansinh.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReasonStore {

  private final JdbcClient sql;

  ReasonStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Reason> on(LocalDate date) {
    return sql.sql(
            """
            select code, kind, wrong_vi, to_do_vi, wrong_en, to_do_en, valid_from, valid_to
            from review.reason
            where valid_from <= :date and (valid_to is null or valid_to >= :date)
            order by kind, code
            """)
        .param("date", date)
        .query((row, _) -> reason(row))
        .list();
  }

  Optional<Reason> find(String code, LocalDate date) {
    return sql.sql(
            """
            select code, kind, wrong_vi, to_do_vi, wrong_en, to_do_en, valid_from, valid_to
            from review.reason
            where code = :code and valid_from <= :date and (valid_to is null or valid_to >= :date)
            """)
        .param("code", code)
        .param("date", date)
        .query((row, _) -> reason(row))
        .optional();
  }

  boolean insert(Reason reason) {
    return sql.sql(
                """
                insert into review.reason
                    (code, valid_from, kind, wrong_vi, to_do_vi, wrong_en, to_do_en)
                values (:code, :from, :kind, :wrongVi, :toDoVi, :wrongEn, :toDoEn)
                on conflict (code, valid_from) do nothing
                """)
            .param("code", reason.code())
            .param("from", reason.validFrom())
            .param("kind", reason.kind().name())
            .param("wrongVi", reason.vietnamese().wrong())
            .param("toDoVi", reason.vietnamese().toDo())
            .param("wrongEn", reason.english().wrong())
            .param("toDoEn", reason.english().toDo())
            .update()
        == 1;
  }

  boolean everUsed(String code) {
    return sql.sql("select exists (select 1 from review.reason where code = :code)")
        .param("code", code)
        .query(Boolean.class)
        .single();
  }

  /** Words that were never in force a whole day are replaced, not kept. */
  void remove(String code, LocalDate validFrom) {
    sql.sql("delete from review.reason where code = :code and valid_from = :from")
        .param("code", code)
        .param("from", validFrom)
        .update();
  }

  void end(String code, LocalDate validFrom, LocalDate lastDay) {
    sql.sql(
            """
            update review.reason set valid_to = :lastDay
            where code = :code and valid_from = :from
            """)
        .param("lastDay", lastDay)
        .param("code", code)
        .param("from", validFrom)
        .update();
  }

  private static Reason reason(ResultSet row) throws SQLException {
    return new Reason(
        row.getString("code"),
        ReasonKind.valueOf(row.getString("kind")),
        new Reason.Words(row.getString("wrong_vi"), row.getString("to_do_vi")),
        new Reason.Words(row.getString("wrong_en"), row.getString("to_do_en")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }
}
