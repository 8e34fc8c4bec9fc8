package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.ansinh.audit.Actor;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.Sex;
import vn.ansinh.notifications.DemoOutbox;
import vn.ansinh.people.NewPerson;
import vn.ansinh.people.People;
import vn.ansinh.people.Registered;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationCode;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Midnight;
import vn.ansinh.registration.Outcome;
import vn.ansinh.support.Journey;
import vn.ansinh.support.TestClock;

/**
 * What an applicant sees after sending: returned and corrected, approved, rejected, withdrawn, run
 * out.
 */
class AfterwardsJourney extends Journey {

  private static final OfficerId OFFICER = new OfficerId(UUID.randomUUID());
  private static final Pattern FIRST_PASSWORD =
      Pattern.compile("(?<![\\w/-])([a-z2-9]{5}-[a-z2-9]{5})(?![\\w-])");

  @Autowired DemoOutbox outbox;
  @Autowired Applicants applicants;
  @Autowired Declarations declarations;
  @Autowired People people;
  @Autowired TestClock clock;
  @Autowired ApplicationContext context;

  @AfterEach
  void back_to_today() {
    clock.reset();
  }

  @ParameterizedTest
  @MethodSource("corners")
  void r11_returned_then_corrected_then_approved_then_the_first_sign_in(Way way) {
    var applicant = Applicant.stranger();
    var person = inTheRegister(applicant);
    var visitor = visitor(way);
    var id = register(visitor, applicant, "ONLINE");
    review(id);
    done(
        declarations.returnForCorrection(
            id, version(id), OFFICER, List.of("PHOTO_UNREADABLE"), null));
    visitor.page.reload();
    visitor.step("returned");
    assertThat(visitor.page.locator("h1"))
        .containsText(words(way, "Cần bạn sửa", "needs correcting"));

    visitor.page.locator("form[action$=correction] button").click();
    visitor.page.waitForURL("**/registration/review");
    assertThat(visitor.page.locator("main")).containsText(applicant.fullName());
    visitor.page.locator("#commit").check();
    visitor.page.locator("main form button.primary").last().click();
    visitor.page.waitForURL("**/registration/done");
    visitor.step("sent-again");
    visitor.page.locator(".actions a.button[href^='/status/']").last().click();
    visitor.step("followed");

    review(id);
    done(declarations.approve(id, version(id), OFFICER, person));
    visitor.page.reload();
    visitor.step("approved");
    signIn(visitor, applicant);
    assertThat(visitor.page.locator("h1")).hasText(applicant.fullName());
    visitor.step("home");
  }

  @ParameterizedTest
  @MethodSource("corners")
  void r11_rejected_says_why_and_what_to_do(Way way) {
    var applicant = Applicant.stranger();
    var visitor = visitor(way);
    var id = register(visitor, applicant, "ONLINE");
    review(id);
    done(declarations.reject(id, version(id), OFFICER, List.of("NAME_DIFFERS"), null));
    visitor.page.reload();
    visitor.step("rejected");
    assertThat(visitor.page.locator(".banner.warn")).isVisible();
  }

  @ParameterizedTest
  @MethodSource("corners")
  void r10_ten_days_pass_and_the_declaration_is_gone(Way way) {
    var applicant = Applicant.stranger();
    var visitor = visitor(way);
    var id = register(visitor, applicant, "AT_DESK");
    visitor.step("waiting-for-papers");
    assertThat(visitor.page.locator("main")).containsText("10");
    clock.advance(Duration.ofDays(11));
    Midnight.strikes(context);
    visitor.page.reload();
    visitor.step("expired");
    assertThat(visitor.page.locator("main")).not().containsText(applicant.fullName());
    org.assertj.core.api.Assertions.assertThat(declarations.find(id).orElseThrow().isErased())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("corners")
  void somebody_withdraws_after_being_asked_once_more(Way way) {
    var applicant = Applicant.stranger();
    var visitor = visitor(way);
    var id = register(visitor, applicant, "BY_POST");
    visitor.page.locator("a[href$=withdrawal]").click();
    visitor.step("withdrawal");
    visitor.page.locator("main form button.danger").click();
    visitor.step("withdrawn");
    org.assertj.core.api.Assertions.assertThat(declarations.find(id).orElseThrow().isErased())
        .isTrue();
  }

  private DeclarationId register(Visitor visitor, Applicant applicant, String handIn) {
    var registering = new Registering(visitor, outbox);
    registering.quick(applicants, applicant, handIn);
    var code = DeclarationCode.parse(registering.declarationCode()).orElseThrow();
    visitor.page.locator(".actions a.button[href^='/status/']").last().click();
    visitor.page.waitForURL("**/status/**");
    return declarations.byCode(code).orElseThrow().id();
  }

  private void signIn(Visitor visitor, Applicant applicant) {
    var password = Mailbox.newest(outbox, applicant.email(), FIRST_PASSWORD);
    var page = visitor.page;
    visitor.open("/sign-in");
    page.locator("#userName").fill(applicant.number());
    page.locator("#password").fill(password);
    page.locator("main form button.primary").click();
    page.waitForURL("**/first-password");
    page.locator("#password").fill("chieu mua ben song");
    page.locator("#repeated").fill("chieu mua ben song");
    page.locator("main form button.primary").click();
    page.waitForURL("**/home**");
  }

  private PersonId inTheRegister(Applicant applicant) {
    var person =
        new NewPerson(
            applicant.number(),
            null,
            applicant.fullName(),
            new BirthDate(1990, 1, 15),
            Sex.FEMALE,
            List.of(new IdentityPaper(PaperKind.CITIZEN_CARD, applicant.paper())),
            null,
            null,
            null,
            null,
            null,
            null,
            "VN");
    return ((Registered.Added) people.add(person, Actor.SYSTEM)).id();
  }

  private void review(DeclarationId id) {
    done(declarations.startReview(id, OFFICER));
  }

  private int version(DeclarationId id) {
    return declarations.find(id).orElseThrow().version();
  }

  private static void done(Outcome outcome) {
    org.assertj.core.api.Assertions.assertThat(outcome).isEqualTo(new Outcome.Done());
  }
}
