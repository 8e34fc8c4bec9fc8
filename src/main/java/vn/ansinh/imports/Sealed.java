package vn.ansinh.imports;

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
        SealedColumn.of("imports.held_file", "content", "officer_id", "kind")
            .ownedBy("file_id")
            .in("imports.held_file.content/"));
  }
}
