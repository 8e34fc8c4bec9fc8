package vn.ansinh.datarights;

import static vn.ansinh.platform.PersonalTable.INTERNAL;
import static vn.ansinh.platform.PersonalTable.OFFICER;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.PersonalTable;
import vn.ansinh.platform.PersonalTables;

/** What this module holds about persons, and what of it they are handed (ADR 23). */
@Component
class Disclosed implements PersonalTables {

  @Override
  public List<PersonalTable> personalTables() {
    return List.of(
        PersonalTable.ofPerson("datarights.request", "person_id")
            .handing("kind", "office_code", "wish", "status", "submitted_at", "due_on")
            .handing("ended_at", "answer")
            .leaving(INTERNAL, "person_id", "id")
            .leaving(OFFICER, "answered_by"));
  }
}
