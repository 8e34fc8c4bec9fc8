package vn.ansinh.consents;

import static vn.ansinh.platform.PersonalTable.INTERNAL;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.PersonalTable;
import vn.ansinh.platform.PersonalTables;

/** What this module holds about persons, and what of it they are handed (ADR 23, 27). */
@Component
class Disclosed implements PersonalTables {

  @Override
  public List<PersonalTable> personalTables() {
    return List.of(consents("holder_id"), consents("given_by"));
  }

  /** A person's own, and what they gave for children. */
  private static PersonalTable consents(String key) {
    return PersonalTable.ofPerson("consents.consent", key)
        .handing("purpose", "wording", "language", "given_at", "given_where", "given_on")
        .handing("ended_at", "ended_how", "ended_where", "ended_on")
        .leaving(INTERNAL, "holder_id", "id", "given_by");
  }
}
