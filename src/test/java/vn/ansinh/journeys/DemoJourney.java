package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import vn.ansinh.notifications.DemoOutbox;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.Field;
import vn.ansinh.support.Journey;
import vn.ansinh.support.TestDatabase;

@TestPropertySource(properties = "ansinh.demo.seed=true")
class DemoJourney extends Journey {

  /** The demo's people and officers would be in the way of other tests. */
  @DynamicPropertySource
  static void own(DynamicPropertyRegistry registry) {
    var database = TestDatabase.installed();
    registry.add("spring.datasource.url", () -> database);
  }

  @Autowired Applicants applicants;
  @Autowired DemoOutbox outbox;

  @ParameterizedTest
  @MethodSource("corners")
  void a_visitor_looks_around_and_reads_what_was_sent(Way way) {
    var typed = Applicants.stranger();
    applicants.submitted(typed);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !outbox.newest(typed.get(Field.EMAIL)).isEmpty());
    var visitor = visitor(way);
    var page = visitor.page;

    visitor.open("/demo");
    assertThat(page.locator("main")).containsText("7900000012");
    assertThat(page.locator("main")).containsText("quantri");
    assertThat(page.locator("main")).not().containsText("http://");
    visitor.step("start");
    page.locator("a.tile[href='/demo/outbox']").click();
    visitor.step("outbox");
    page.locator("summary").click();
    page.fill("#recipient", typed.get(Field.EMAIL));
    page.locator("form[role=search] button").click();
    assertThat(page.locator("ol.plain > li")).not().hasCount(0);
    visitor.step("found");
    page.locator("summary").scrollIntoViewIfNeeded();
    page.fill("#recipient", "không.có@example.vn");
    page.locator("form[role=search] button").click();
    visitor.step("nothing");
    visitor.open("/demo/staff");
    visitor.step("staff");
  }
}
