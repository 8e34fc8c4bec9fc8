package vn.ansinh.notifications;

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
        PersonalTable.ofPerson("notifications.message", "person_id")
            .handing("kind", "channel", "language", "recipient_masked", "state", "queued_at")
            .handing("expires_at", "handed_over_at", "delayed_at", "closed_at")
            .leaving(INTERNAL, "id", "person_id", "subject_id", "provider_id")
            .leaving("erased once sent; until then a code in it would still open", "content")
            .leaving("the contact the account names; erased once sent", "recipient")
            .leaving("how the machine sends", "is_secret", "attempts", "next_attempt_at")
            .leaving("how the machine sends", "problem"),
        PersonalTable.ofPerson("notifications.notice", "person_id")
            .handing("kind", "headline", "told_at", "read_at")
            .leaving(INTERNAL, "person_id", "id", "subject_id"),
        PersonalTable.ofPerson("notifications.silence", "person_id")
            .handing("topic", "channel", "chosen_at")
            .leaving(INTERNAL, "person_id"));
  }

  @Override
  public Map<String, String> keptBack() {
    return Map.of("notifications.demo_message", "invented persons of the demo");
  }
}
