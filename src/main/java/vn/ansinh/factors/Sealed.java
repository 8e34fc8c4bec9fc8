package vn.ansinh.factors;

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
        SealedColumn.of("factors.authenticator", "key", "person_id", "id")
            .ownedBy("person_id", "id")
            .formerlyOwnedBy("id"),
        SealedColumn.of("factors.authenticator", "name", "person_id", "id"),
        SealedColumn.of("factors.passkey", "credential", "person_id", "id"),
        SealedColumn.of("factors.passkey", "name", "person_id", "id"));
  }
}
