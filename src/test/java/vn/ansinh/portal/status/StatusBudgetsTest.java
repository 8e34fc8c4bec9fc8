package vn.ansinh.portal.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.ansinh.portal.Window;
import vn.ansinh.registration.Applicants;
import vn.ansinh.support.ApplicationTest;

@ApplicationTest
class StatusBudgetsTest {

  @Autowired MockMvcTester server;
  @Autowired Applicants applicants;

  @Test
  void nobody_begins_corrections_of_one_declaration_without_end() {
    var accepted = applicants.submitted(Applicants.stranger());
    var correction = "/status/" + accepted.statusSecret() + "/correction";
    var window = new Window(server);
    for (int i = 0; i < 20; i++) {
      assertThat(window.send(correction).getResponse().getStatus()).isEqualTo(303);
    }
    assertThat(window.send(correction).getResponse().getStatus()).isEqualTo(429);
    assertThat(
            new Window(server)
                .send("/status/" + accepted.statusSecret() + "/withdrawal")
                .getResponse()
                .getStatus())
        .as("whoever else holds the link has no budget of their own")
        .isEqualTo(429);
    assertThat(window.open("/status/" + accepted.statusSecret()).getResponse().getStatus())
        .as("looking is free")
        .isEqualTo(200);
  }
}
