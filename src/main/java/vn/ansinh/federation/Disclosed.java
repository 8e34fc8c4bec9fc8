package vn.ansinh.federation;

import static vn.ansinh.platform.PersonalTable.INTERNAL;
import static vn.ansinh.platform.PersonalTable.SECRET;

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
        PersonalTable.ofPerson("federation.link", "person_id")
            .handing("provider", "level", "linked_at", "last_used_at")
            .leaving(INTERNAL, "person_id", "id")
            .leaving(SECRET, "subject_hash"));
  }

  @Override
  public Map<String, String> keptBack() {
    return Map.of(
        "federation.subject_claim",
        "says of each link again whose it is, and nothing more",
        "federation.awaited",
        "a sign-in of a quarter of an hour that waits for its code",
        "federation.departure",
        "a sign-in of ten minutes, which names nobody");
  }
}
