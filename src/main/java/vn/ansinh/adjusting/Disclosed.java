package vn.ansinh.adjusting;

import static vn.ansinh.platform.PersonalTable.INTERNAL;
import static vn.ansinh.platform.PersonalTable.OFFICER;

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
        PersonalTable.ofPerson("adjusting.adjustment", "person_id")
            .handing("status", "code", "content", "office_code", "answer", "conflict")
            .handing("declared_on", "effective_on", "submitted_at", "receipt_due", "decision_due")
            .handing("taken_at", "decided_at", "changed_at", "kept_until")
            .picturing("birth_certificate", "paper_front", "paper_back", "residence_paper")
            .leaving(INTERNAL, "person_id", "id", "session_id")
            .leaving(OFFICER, "taken_by", "decided_by")
            .leaving("until when a code is awaited", "code_until")
            .leaving("keeps two from changing it at once", "version"));
  }

  @Override
  public Map<String, String> keptBack() {
    return Map.of();
  }
}
