package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.PopulationRegistry;
import vn.ansinh.identity.Verification;
import vn.ansinh.notifications.DemoOutbox;
import vn.ansinh.population.RunningSimulator;
import vn.ansinh.support.Journey;

/** R4: whom the population registry knows needs no photos, and whoever it fails sends them. */
class PopulationRegistryJourney extends Journey {

  static final RunningSimulator SIMULATOR = new RunningSimulator();

  private static final String PAPER = "079190000123";
  private static final String NAME = "Nguyễn Thị Thí Dụ";

  @Autowired DemoOutbox outbox;
  @Autowired PopulationRegistry registry;

  @DynamicPropertySource
  static void overARealLine(DynamicPropertyRegistry properties) {
    SIMULATOR.settings().forEach((name, value) -> properties.add(name, () -> value));
    properties.add("ansinh.population-registry.connect-timeout", () -> "2s");
  }

  /** Its first handshakes on a busy machine may take too long; how long is tested elsewhere. */
  @BeforeEach
  void well() {
    SIMULATOR.goWrong("none");
    var born = new BirthDate(1990, 1, 15);
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> registry.verify(PAPER, NAME, born) instanceof Verification.Match);
  }

  @AfterAll
  static void stop() {
    SIMULATOR.stop();
  }

  @ParameterizedTest
  @MethodSource("corners")
  void
      r4_whoever_is_verified_skips_the_photos_after_a_confirm_page_and_is_asked_again_after_a_change(
          Way way) {
    var visitor = visitor(way);
    var page = visitor.page;
    var registering = upToTheDetails(visitor);
    registering.details(known());
    assertThat(page.locator("#confirmed")).isVisible();
    visitor.step("verified");
    goOn(page);
    assertThat(page.locator("#confirmed-problem")).isVisible();
    visitor.step("not-confirmed");
    page.locator("#confirmed").check();
    goOn(page);
    assertThat(page).hasURL(java.util.regex.Pattern.compile("/registration/office$"));

    page.navigate(address() + "/registration/declaration");
    page.locator("#fullName").fill("Nguyễn Thị Khác");
    goOn(page);
    assertThat(page.locator("#confirmed")).isHidden();
    assertThat(page.locator("#PORTRAIT-file")).isAttached();

    page.navigate(address() + "/registration/declaration");
    page.locator("#fullName").fill(NAME);
    goOn(page);
    assertThat(page.locator("#confirmed")).isVisible();
  }

  @ParameterizedTest
  @MethodSource("console")
  void a_registry_that_goes_away_between_two_steps_leads_to_photos_with_everything_kept(Way way) {
    var visitor = visitor(way);
    var page = visitor.page;
    var registering = upToTheDetails(visitor);
    SIMULATOR.stop();
    try {
      registering.details(known());
      assertThat(page.locator("#PORTRAIT-file")).isAttached();
      visitor.step("unavailable");
      page.navigate(address() + "/registration/declaration");
      assertThat(page.locator("#fullName")).hasValue(NAME);
      assertThat(page.locator("#street")).hasValue("12 đường Mẫu");
    } finally {
      SIMULATOR.start();
    }
  }

  @Test
  void a_forged_match_verifies_nobody() {
    var way = corners().findFirst().orElseThrow();
    var visitor = visitor(way);
    var registering = upToTheDetails(visitor);
    SIMULATOR.goWrong("forged");
    registering.details(known());
    assertThat(visitor.page.locator("#confirmed")).isHidden();
    assertThat(visitor.page.locator("#PORTRAIT-file")).isAttached();
  }

  private Registering upToTheDetails(Visitor visitor) {
    var registering = new Registering(visitor, outbox);
    registering.start();
    registering.kind("INDIVIDUAL");
    registering.number(known());
    return registering;
  }

  /** One of the simulator's invented citizens, with a phone and an address of their own. */
  private static Applicant known() {
    var stranger = Applicant.stranger();
    return new Applicant(stranger.number(), NAME, PAPER, stranger.phone(), stranger.email());
  }

  private static void goOn(Page page) {
    page.locator("main form button.primary").last().click();
    page.waitForLoadState();
  }
}
