package vn.ansinh.registration;

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
        SealedColumn.of("registration.draft", "content", "id"),
        SealedColumn.of("registration.draft", "candidates", "id"),
        SealedColumn.of("registration.declaration", "facts", "person_id", "id"),
        SealedColumn.of(
            "registration.declaration_event", "details", "person_id", "declaration_id", "id"));
  }
}
