package vn.ansinh.review;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.SealedColumn;
import vn.ansinh.platform.SealedColumns;

/** What this module keeps sealed in the database. */
@Component
class Sealed implements SealedColumns {

  @Override
  public List<SealedColumn> sealedColumns() {
    return List.of(
        SealedColumn.of("review.note", "text", "person_id", "declaration_id", "id")
            .in("review.note.text:"),
        SealedColumn.of("review.account_recovery", "contact", "id"));
  }
}
