package vn.ansinh.review;

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
        PersonalTable.ofDeclaration("review.note", "person_id", "declaration_id")
            .handing("written_at", "text")
            .leaving(INTERNAL, "person_id", "declaration_id", "id")
            .leaving(OFFICER, "officer_id"),
        PersonalTable.ofDeclaration("review.tick", "person_id", "declaration_id")
            .handing("item", "ticked_at")
            .leaving(INTERNAL, "person_id", "declaration_id")
            .leaving(OFFICER, "officer_id"),
        PersonalTable.ofDeclaration("review.match", "person_id", "declaration_id")
            .handing("matched_at")
            .leaving(INTERNAL, "person_id", "declaration_id", "matched_person_id")
            .leaving(OFFICER, "officer_id"),
        PersonalTable.ofDeclaration("review.decision", "declaration_id")
            .handing("office_code", "kind", "assessment", "decided_at")
            .leaving(INTERNAL, "id", "declaration_id", "person_id")
            .leaving(OFFICER, "officer_id", "worked_seconds"),
        PersonalTable.ofDeclaration("review.task", "declaration_id")
            .handing("office_code", "channel", "reported_at", "done_at")
            .leaving(INTERNAL, "id", "declaration_id", "person_id")
            .leaving(OFFICER, "done_by"),
        PersonalTable.ofPerson("review.account_recovery", "person_id")
            .handing("office_code", "channel", "contact", "paper", "proposed_at", "expires_at")
            .handing("outcome", "decided_at")
            .leaving(INTERNAL, "id", "person_id")
            .leaving(OFFICER, "proposed_by", "decided_by"));
  }

  @Override
  public Map<String, String> keptBack() {
    return Map.of(
        "review.queue_entry", "repeats the declaration while it is open",
        "review.decoy", "nobody: entries of the register that must not be known");
  }
}
