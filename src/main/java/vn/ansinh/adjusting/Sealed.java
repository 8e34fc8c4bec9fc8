package vn.ansinh.adjusting;

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
        SealedColumn.of("adjusting.adjustment", "content", "person_id", "id"),
        SealedColumn.of("adjusting.adjustment", "answer", "person_id", "id"));
  }
}
