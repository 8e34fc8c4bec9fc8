package vn.ansinh.platform;

import java.util.List;

/**
 * A module's sealed columns; a bean for each module that has some. A column left out would be lost
 * with the key it lies under, so a test compares these with the schema: every bytea column whose
 * comment says {@code sealed}.
 */
public interface SealedColumns {

  List<SealedColumn> sealedColumns();
}
