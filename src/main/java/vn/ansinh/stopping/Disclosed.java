package vn.ansinh.stopping;

import static vn.ansinh.platform.PersonalTable.INTERNAL;

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
    return List.of(
        PersonalTable.ofPerson("stopping.declaration", "person_id")
            .handing("status", "reason", "wanted_on", "content", "code")
            .handing("begun_at", "declared_on", "due_at", "ended_at")
            .leaving(INTERNAL, "person_id", "id", "session_id"));
  }

  @Override
  public Map<String, String> keptBack() {
    return Map.of();
  }
}
