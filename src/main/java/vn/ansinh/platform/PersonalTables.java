package vn.ansinh.platform;

import java.util.List;
import java.util.Map;

/**
 * What a module holds about persons; a bean for each module that does. A test compares these with
 * the schema: a table or column that may be about a person is handed over or left out for a reason.
 */
public interface PersonalTables {

  List<PersonalTable> personalTables();

  /** Tables nothing of which is handed over, with the reason. */
  default Map<String, String> keptBack() {
    return Map.of();
  }
}
