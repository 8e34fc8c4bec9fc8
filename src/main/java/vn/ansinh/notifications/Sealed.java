package vn.ansinh.notifications;

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
        SealedColumn.of("notifications.message", "recipient", "id"),
        SealedColumn.of("notifications.message", "content", "id"),
        SealedColumn.of("notifications.notice", "headline", "person_id", "id"));
  }
}
