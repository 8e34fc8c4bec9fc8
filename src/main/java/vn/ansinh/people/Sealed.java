package vn.ansinh.people;

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
        SealedColumn.of("people.person", "particulars", "person_id"),
        SealedColumn.of("people.paper", "number", "person_id", "kind", "number_hash")
            .ownedBy("person_id", "kind"),
        change("old_value"),
        change("new_value"));
  }

  private static SealedColumn change(String column) {
    return SealedColumn.of("people.person_change", column, "person_id", "change_id", "field")
        .ownedBy("person_id", "change_id", "field");
  }
}
