package vn.ansinh.console;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.ansinh.portal.Window;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Field;
import vn.ansinh.review.CheckItem;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Role;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestStaff;

/** An office, its officers signed in, and files handed in to it. */
@ApplicationTest
abstract class ConsoleSetting {

  @Autowired MockMvcTester server;
  @Autowired TestStaff staff;
  @Autowired Applicants applicants;
  @Autowired Declarations declarations;
  @Autowired JdbcClient sql;
  @Autowired TestClock clock;
  String office;

  @BeforeEach
  void an_office() {
    clock.reset();
    office = staff.provincialOffice();
  }

  Window signedIn(Role... roles) {
    return signedIn(office, roles);
  }

  Window signedIn(String where, Role... roles) {
    return signedIn(staff.enrolledOfficer(where, roles));
  }

  Window signedIn(Officer officer) {
    var window = new Window(server);
    window.cookies().put("desk", staff.session(officer));
    return window;
  }

  static String body(MvcTestResult answer) {
    try {
      return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String[] approval() {
    var parameters = new java.util.ArrayList<>(List.of("kind", "APPROVE", "version", "1"));
    for (var item : CheckItem.values()) {
      parameters.add("ticked");
      parameters.add(item.name());
    }
    return parameters.toArray(String[]::new);
  }

  DeclarationId submitted() {
    return applicants
        .submitted(Applicants.typing(Applicants.stranger(), Field.OFFICE_CODE, office))
        .id();
  }

  DeclarationId submitted(Applicants.Known known) {
    return applicants.submitted(known.typing(Field.OFFICE_CODE, office)).id();
  }

  long audited(DeclarationId id, String action) {
    return sql.sql("select count(*) from audit.entry where subject_id = :id and action = :action")
        .param("id", id.value().toString())
        .param("action", action)
        .query(Long.class)
        .single();
  }
}
