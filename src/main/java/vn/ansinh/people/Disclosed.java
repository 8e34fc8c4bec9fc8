package vn.ansinh.people;

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

  private static final String CLAIM = "a hash of a number that people.person names";

  @Override
  public List<PersonalTable> personalTables() {
    return List.of(
        PersonalTable.ofPerson("people.person", "person_id")
            .handing("full_name", "birth_year", "birth_month", "birth_day", "sex", "particulars")
            .handing("address_layer", "ward_code", "household_code", "household_relation")
            .handing("ethnic_group", "nationality", "status", "created_at", "changed_at")
            .leaving(INTERNAL, "person_id")
            .leaving("the name without diacritics", "name_search"),
        PersonalTable.ofPerson("people.paper", "person_id")
            .handing("kind", "number")
            .leaving(INTERNAL, "person_id")
            .leaving("a hash of the number", "number_hash"),
        PersonalTable.ofPerson("people.person_change", "person_id")
            .handing("field", "old_value", "new_value", "changed_at", "actor_kind")
            .leaving(INTERNAL, "person_id", "change_id")
            .leaving(OFFICER, "actor_id"));
  }

  @Override
  public Map<String, String> keptBack() {
    return Map.of("people.social_insurance_number_claim", CLAIM, "people.personal_id_claim", CLAIM);
  }
}
