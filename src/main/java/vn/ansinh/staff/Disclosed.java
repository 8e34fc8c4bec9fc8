package vn.ansinh.staff;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.PersonalTable;
import vn.ansinh.platform.PersonalTables;

/** What this module holds about persons, and what of it they are handed (ADR 23). */
@Component
class Disclosed implements PersonalTables {

  private static final String STAFF = "about officers, who are no insured persons here";

  @Override
  public List<PersonalTable> personalTables() {
    return List.of();
  }

  @Override
  public Map<String, String> keptBack() {
    return Stream.of("known_device", "officer", "proposal", "session", "sign_in", "sign_in_limit")
        .collect(Collectors.toMap("staff."::concat, _ -> STAFF));
  }
}
