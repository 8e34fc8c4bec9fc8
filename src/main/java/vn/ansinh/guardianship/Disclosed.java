package vn.ansinh.guardianship;

import static vn.ansinh.platform.PersonalTable.INTERNAL;
import static vn.ansinh.platform.PersonalTable.OFFICER;
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
        link("person_id"),
        link("guardian_id"),
        application("person_id")
            .handing("office_code", "reasons", "note")
            .leaving(INTERNAL, "child_id"),
        application("child_id")
            .where("status", "APPROVED")
            .leaving("what the office and the guardian had to say to each other", "note", "reasons")
            .leaving("where the guardian is served", "office_code")
            .leaving(INTERNAL, "child_id"),
        PersonalTable.ofPerson("guardianship.unreached", "person_id")
            .handing("office_code", "channel", "reported_at", "done_at")
            .leaving(INTERNAL, "person_id", "id", "application_id")
            .leaving(OFFICER, "done_by"),
        PersonalTable.ofPerson("guardianship.offer", "person_id")
            .handing("scope", "last_day", "made_at", "expires_at")
            .leaving(INTERNAL, "person_id")
            .leaving(SECRET, "code_hash"));
  }

  @Override
  public Map<String, String> keptBack() {
    return Map.of(
        "guardianship.child_claim", "a hash that keeps two applications for one child apart");
  }

  /** Of who is looked after, and of who looks after. */
  private static PersonalTable link(String key) {
    return PersonalTable.ofPerson("guardianship.link", key)
        .handing("kind", "relation", "scope", "granted_at", "last_day", "look_again_on")
        .handing("invited_at", "ended_at", "end_reason")
        .leaving(INTERNAL, "id", "application_id")
        .leaving("the ids of both persons", "person_id", "guardian_id", "ended_by");
  }

  /**
   * Of the guardian who applied, and, once approved, of the child: until then it may be anybody's
   * word about anybody.
   */
  private static PersonalTable application(String key) {
    return PersonalTable.ofPerson("guardianship.application", key)
        .handing("status", "content", "changed_at", "submitted_at", "decided_at", "kept_until")
        .picturing("portrait", "certificate")
        .leaving(INTERNAL, "id", "person_id")
        .leaving(OFFICER, "decided_by")
        .leaving("keeps two from changing it at once", "version");
  }
}
