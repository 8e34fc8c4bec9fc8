package vn.ansinh.factors;

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
        PersonalTable.ofPerson("factors.recovery_code", "person_id")
            .handing("made_at", "used_at")
            .leaving(INTERNAL, "person_id")
            .leaving(SECRET, "code_hash"),
        PersonalTable.ofPerson("factors.authenticator", "person_id")
            .handing("name", "offered_at", "added_at", "last_used_at")
            .leaving(INTERNAL, "person_id", "id", "session_id")
            .leaving("lets whoever has it make codes", "key")
            .leaving("counts tries and codes", "misses", "last_step"),
        PersonalTable.ofPerson("factors.passkey", "person_id")
            .handing("name", "added_at", "last_used_at")
            .leaving(INTERNAL, "person_id", "id")
            .leaving(SECRET, "credential_hash", "credential")
            .leaving("how its keeper counts and copies", "backup_eligible", "sign_count"));
  }

  @Override
  public Map<String, String> keptBack() {
    return Map.of("factors.ceremony", "a challenge of five minutes, which names nobody");
  }
}
