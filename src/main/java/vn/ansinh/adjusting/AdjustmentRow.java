package vn.ansinh.adjusting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.files.FileId;
import vn.ansinh.files.FileKind;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.DeclarationCode;

/** A row, its seals opened. */
@Component
class AdjustmentRow {

  static final String SELECT =
      """
      select person_id, id, status, version, content, birth_certificate, paper_front, paper_back,
        residence_paper, session_id, code_until, code, declared_on, effective_on, office_code,
        submitted_at, receipt_due, decision_due, taken_by, decided_at, answer, conflict
      from adjusting.adjustment
      """;

  private final SealedAdjustments seal;

  AdjustmentRow(SealedAdjustments seal) {
    this.seal = seal;
  }

  Adjustment adjustment(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var code = row.getString("code");
    var conflict = row.getString("conflict");
    return new Adjustment(
        new PersonId(row.getObject("person_id", UUID.class)),
        id,
        AdjustmentStatus.valueOf(row.getString("status")),
        row.getInt("version"),
        seal.content(id, row.getBytes("content")),
        pictures(row),
        row.getObject("session_id", UUID.class),
        moment(row, "code_until"),
        code == null ? null : DeclarationCode.parse(code).orElseThrow(),
        row.getObject("declared_on", LocalDate.class),
        row.getObject("effective_on", LocalDate.class),
        row.getString("office_code"),
        moment(row, "submitted_at"),
        moment(row, "receipt_due"),
        row.getObject("decision_due", LocalDate.class),
        row.getObject("taken_by", UUID.class),
        moment(row, "decided_at"),
        seal.answer(id, row.getBytes("answer")),
        conflict == null ? null : Conflict.valueOf(conflict));
  }

  private static EvidencePictures pictures(ResultSet row) throws SQLException {
    var ids = new EnumMap<FileKind, FileId>(FileKind.class);
    for (var kind : EvidencePictures.KINDS) {
      var id = row.getObject(kind.name().toLowerCase(Locale.ROOT), UUID.class);
      if (id != null) {
        ids.put(kind, new FileId(id));
      }
    }
    return new EvidencePictures(ids);
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
