package vn.ansinh.keys;

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
        "keys.ring", "keys, about nobody",
        "keys.reseal", "how far a job of the machine is, about nobody");
  }
}
