package vn.ansinh.staff;

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
        SealedColumn.of("staff.officer", "totp_sealed", "id").in("staff.officer.totp:"),
        SealedColumn.of("staff.sign_in", "totp_sealed", "id")
            .ownedBy("officer_id")
            .in("staff.officer.totp:"));
  }
}
