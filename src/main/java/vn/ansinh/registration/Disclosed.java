package vn.ansinh.registration;

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

  private static final String CLAIM = "a hash or code that leads to the declaration";

  @Override
  public List<PersonalTable> personalTables() {
    return List.of(
        PersonalTable.ofDeclaration("registration.declaration", "person_id", "id")
            .handing("code", "status", "office_code", "hand_in", "language", "facts")
            .handing("submitted_at", "declared_on", "act_by", "reminded_at", "paper_received_at")
            .handing("receipt_due", "decision_due", "decided_at", "erased_at")
            .picturing("portrait", "paper_front", "paper_back")
            .leaving(INTERNAL, "person_id", "id", "matched_person_id")
            .leaving("keeps two from changing it at once", "version"),
        PersonalTable.ofDeclaration("registration.declaration_event", "person_id", "declaration_id")
            .handing("happened_at", "deed", "from_status", "to_status", "actor_kind")
            .handing("reasons", "details")
            .leaving(INTERNAL, "person_id", "declaration_id", "id")
            .leaving(OFFICER, "actor_id"),
        PersonalTable.ofDeclaration("registration.phone_proof", "person_id", "declaration_id")
            .handing("confirmed_at")
            .leaving(INTERNAL, "person_id", "declaration_id")
            .leaving("a hash of the phone declared", "phone_hash"));
  }

  @Override
  public Map<String, String> keptBack() {
    return Map.of(
        "registration.draft", "nobody's until it is sent; whoever has its link sees it",
        "registration.code_claim", CLAIM,
        "registration.link_claim", CLAIM,
        "registration.number_claim", CLAIM);
  }
}
