package vn.ansinh.accounts;

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
        SealedColumn.of("accounts.account", "addresses", "person_id"),
        SealedColumn.of("accounts.recovery", "request", "id"),
        SealedColumn.of("accounts.recovery", "device", "id"),
        SealedColumn.of("accounts.known_device", "place", "person_id", "secret_hash")
            .ownedBy("person_id", "secret_hash"),
        SealedColumn.of("accounts.contact_change", "wanted", "person_id"));
  }
}
