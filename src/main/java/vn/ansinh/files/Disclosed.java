package vn.ansinh.files;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.PersonalTable;
import vn.ansinh.platform.PersonalTables;

/** What this module holds about persons, and what of it they are handed (ADR 23). */
@Component
class Disclosed implements PersonalTables {

  @Override
  public List<PersonalTable> personalTables() {
    return List.of();
  }

  @Override
  public Map<String, String> keptBack() {
    return Map.of(
        "files.file", "handed over as a picture, by the row that names it",
        "files.original", "as it was received, until it has been drawn anew",
        "files.reading", "what a machine read from a picture that is handed over");
  }
}
