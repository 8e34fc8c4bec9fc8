package vn.ansinh.portal.children;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.consents.Consent;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Purpose;
import vn.ansinh.files.Files;
import vn.ansinh.files.SafePictures;
import vn.ansinh.guardianship.ApplicationId;
import vn.ansinh.guardianship.ApplicationStatus;
import vn.ansinh.guardianship.ChildApplications;
import vn.ansinh.guardianship.Family;
import vn.ansinh.guardianship.Guardianships;
import vn.ansinh.portal.Window;
import vn.ansinh.support.LetterBoxTest;

@LetterBoxTest
class ChildrenPagesTest {

  static final String OWN = "chieu mua ben song";

  @Autowired MockMvcTester server;
  @Autowired ApplicationContext context;
  @Autowired ChildApplications applications;
  @Autowired Guardianships guardianships;
  @Autowired Consents consents;
  @Autowired SentSecrets letterBox;
  @Autowired Files files;
  Family family;
  Somebody lan;
  Family.Child be;
  Window window;

  @BeforeEach
  void a_guardian_signed_in() {
    family = new Family(context);
    lan = family.guardian();
    be = family.child(lan);
    window = signedIn(lan);
  }

  @Test
  void the_child_is_one_press_away_from_home_and_back() {
    assertThat(window.open("/home"))
        .bodyText()
        .doesNotContain("aria-label=\"Đang xem dữ liệu của\"");
    family.approved(lan, be);
    var path = ward(lan);
    assertThat(window.open("/home"))
        .bodyText()
        .contains("href=\"" + path + "\"", Family.NAME, "Của tôi");
    assertThat(window.open(path))
        .hasStatusOk()
        .bodyText()
        .contains("Bạn đang xem dữ liệu của trẻ: " + Family.NAME)
        .contains(be.number(), "href=\"/home\"");
    assertThat(family.audited("GUARDIAN_LOOKED", lan.id(), be.id())).isEqualTo(1);
  }

  @Test
  void nobody_else_finds_the_child_and_after_the_end_nobody_does() {
    family.approved(lan, be);
    var path = ward(lan);
    var stranger = signedIn(family.guardian());
    assertThat(stranger.open(path)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(stranger.send(path + "/giving-up")).hasRedirectedUrl("/home/children");
    assertThat(new Window(server).open(path)).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(window.open(path)).hasStatusOk();
    assertThat(window.send(path + "/giving-up")).hasRedirectedUrl("/home/children?notice=given-up");
    assertThat(window.open(path)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(window.open("/home")).bodyText().doesNotContain(Family.NAME);
  }

  @Test
  void the_portrait_is_shown_with_its_reference_only_while_the_right_lasts() throws Exception {
    family.approved(lan, be);
    var path = ward(lan);
    SafePictures.await(files, applications.portrait(be.id()).orElseThrow());
    var src = Pattern.compile("src=\"(" + path + "/portrait\\?ref=[^\"]+)\"").matcher(body(path));
    assertThat(src.find()).isTrue();
    assertThat(window.open(src.group(1))).hasStatusOk();
    assertThat(window.open(path + "/portrait")).hasStatus(HttpStatus.NOT_FOUND);
    window.send(path + "/giving-up");
    assertThat(window.open(src.group(1))).hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void every_page_of_an_application_is_its_guardians_only() {
    var at = ChildWizard.path(family.filledIn(lan, be));
    var stranger = signedIn(family.guardian());
    for (var page : List.of("", "/child", "/photos", "/office", "/review", "/confirm/state")) {
      assertThat(stranger.open(at + page)).as(page).hasStatus(HttpStatus.NOT_FOUND);
    }
    for (var page : List.of("/child", "/photos", "/office", "/review", "/confirm", "/withdrawal")) {
      assertThat(stranger.send(at + page)).as(page).hasStatus(HttpStatus.NOT_FOUND);
    }
    assertThat(window.open(at + "/photos/PAPER_FRONT/picture")).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(window.send(at + "/photos/PAPER_FRONT")).hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void what_is_typed_wrong_is_kept_and_said() {
    var at = started();
    assertThat(window.send(at + "/child", "fullName", "Bé", "birthYear", "2005"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("value=\"Bé\"", "Chỉ đăng ký thay cho trẻ dưới 15 tuổi", "href=\"#relation\"");
    assertThat(window.send(at + "/photos")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(window.send(at + "/office", "officeCode", ""))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(window.send(at + "/review", "commit", "true"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains(at + "/photos#BIRTH_CERTIFICATE");
    assertThat(window.open(at + "/confirm")).hasRedirectedUrl(at + "/review");
    assertThat(window.open("/home/children")).bodyText().contains(at);
    assertThat(window.send("/home/children/applications")).hasRedirectedUrl(at + "/child");
  }

  @Test
  void from_the_review_by_the_code_to_the_office() {
    var id = family.filledIn(lan, be);
    var at = ChildWizard.path(id);
    assertThat(window.send(at + "/review")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(window.send(at + "/review", "commit", "true"))
        .as("nobody agreed")
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Hỏi trẻ rồi đánh dấu");
    assertThat(agreed(at)).hasRedirectedUrl(at + "/confirm");
    assertThat(consents.givenFor(lan.id()))
        .extracting(Consent::purpose)
        .containsExactlyInAnyOrder(Purpose.CHILD_BY_GUARDIAN, Purpose.CHILD_BY_CHILD);
    assertThat(window.open(at + "/confirm")).hasStatusOk();
    assertThat(window.open(at + "/confirm/state")).hasStatusOk();
    assertThat(window.send(at + "/confirm/resend")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(window.send(at + "/confirm", "code", "12"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    var code = letterBox.newestCode(lan.email());
    assertThat(window.send(at + "/confirm", "code", code)).hasRedirectedUrl(at);
    assertThat(window.send(at + "/confirm", "code", code)).hasRedirectedUrl(at);
    assertThat(window.open(at)).bodyText().contains("Đang xét");
    assertThat(window.open(at + "/child")).hasRedirectedUrl(at);
    assertThat(window.send(at + "/withdrawal")).hasRedirectedUrl("/home/children?notice=withdrawn");
    assertThat(status(id)).isEqualTo(ApplicationStatus.WITHDRAWN);
  }

  @Test
  void a_carer_is_authorised_and_sent_away() {
    assertThat(window.send("/home/carers", "lastDay", "1", "lastMonth", "1", "lastYear", "2001"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    var last = Family.today().plusDays(5);
    var made =
        window.send(
            "/home/carers",
            "scope",
            "LOOK",
            "lastDay",
            "" + last.getDayOfMonth(),
            "lastMonth",
            "" + last.getMonthValue(),
            "lastYear",
            "" + last.getYear(),
            "inUse",
            OWN);
    var code = Pattern.compile("<strong>([A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4})</strong>");
    var shown = code.matcher(text(made));
    assertThat(shown.find()).isTrue();
    var minh = family.guardian();
    var hers = signedIn(minh);
    assertThat(hers.send("/home/carers/acceptance", "code", "x"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(hers.send("/home/carers/acceptance", "code", shown.group(1)))
        .hasRedirectedUrl("/home/children?notice=taken-up");
    var path = ward(minh);
    assertThat(hers.open(path)).bodyText().contains("Bạn chỉ được xem.", lan.number());
    var link = path.substring(path.lastIndexOf('/') + 1);
    assertThat(window.open("/home/children")).bodyText().contains("/home/carers/" + link);
    assertThat(window.send("/home/carers/" + link + "/revocation"))
        .hasRedirectedUrl("/home/children?notice=revoked");
    assertThat(hers.open(path)).hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void a_new_first_password_for_the_child_is_sent() {
    family.approved(lan, be);
    assertThat(window.send(ward(lan) + "/first-password"))
        .hasRedirectedUrl("/home/children?notice=password-sent");
    assertThat(window.open("/home/children?notice=password-sent")).hasStatusOk();
  }

  @Test
  void first_passwords_for_children_are_sent_five_times_a_day_at_most() {
    family.approved(lan, be);
    var path = ward(lan) + "/first-password";
    for (int i = 0; i < 5; i++) {
      assertThat(window.send(path)).hasRedirectedUrl("/home/children?notice=password-sent");
    }
    var last = letterBox.firstPassword(be.id());
    assertThat(window.send(path)).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
    assertThat(letterBox.firstPassword(be.id())).isEqualTo(last);
  }

  @Test
  void an_account_on_a_guardians_contact_shows_no_data_that_are_not_the_guardians() {
    family.approved(lan, be);
    var child = new Window(server);
    child.send("/sign-in", "userName", be.number(), "password", letterBox.firstPassword(be.id()));
    child.send("/first-password", "password", OWN, "repeated", OWN);
    assertThat(text(child.open("/home/data"))).contains("người giám hộ").doesNotContain("/looks");
    for (var page : List.of("/looks", "/download", "/requests")) {
      assertThat(child.open("/home/data" + page)).as(page).hasRedirectedUrl("/home/data");
    }
    assertThat(child.send("/home/data/download", "form", "json", "inUse", OWN))
        .hasRedirectedUrl("/home/data");
    assertThat(window.open("/home/data/looks")).hasStatusOk();
  }

  @Test
  void a_child_signed_in_says_no_and_the_account_stops_at_once() {
    family.approved(lan, be);
    assertThat(text(window.open("/home/data"))).doesNotContain("/home/childs-word");
    window.send("/home/childs-word/withdrawal");
    assertThat(guardianships.right(lan.id(), be.id()))
        .as("not the guardian's to press")
        .isPresent();
    var child = new Window(server);
    child.send("/sign-in", "userName", be.number(), "password", letterBox.firstPassword(be.id()));
    child.send("/first-password", "password", OWN, "repeated", OWN);
    assertThat(text(child.open("/home/data"))).contains("/home/childs-word/withdrawal");
    var to = "/sign-in?notice=childs-word";
    assertThat(child.send("/home/childs-word/withdrawal")).hasRedirectedUrl(to);
    assertThat(text(child.open(to))).contains("Em đã nói không");
    assertThat(guardianships.right(lan.id(), be.id())).isEmpty();
    assertThat(child.open("/home")).hasStatus(HttpStatus.SEE_OTHER);
  }

  private ApplicationStatus status(ApplicationId id) {
    return applications.find(id).orElseThrow().status();
  }

  private String started() {
    var to = window.send("/home/children/applications").getResponse().getHeader("Location");
    assertThat(window.open("/home/children/new")).hasStatusOk();
    assertThat(window.open(to)).hasStatusOk();
    return to.substring(0, to.lastIndexOf('/'));
  }

  private MvcTestResult agreed(String at) {
    return window.send(
        at + "/review",
        "commit",
        "true",
        "CHILD_BY_GUARDIAN",
        "true",
        "wording-CHILD_BY_GUARDIAN",
        "1",
        "CHILD_BY_CHILD",
        "true",
        "wording-CHILD_BY_CHILD",
        "1");
  }

  @Test
  void nothing_is_handed_in_past_the_page_that_asks_for_consent() {
    var id = family.filledIn(lan, be);
    var at = ChildWizard.path(id);
    window.send(
        at + "/review",
        "commit",
        "true",
        "CHILD_BY_GUARDIAN",
        "true",
        "wording-CHILD_BY_GUARDIAN",
        "1");
    window.send(at + "/confirm/resend");
    var code = letterBox.newestCode(lan.email());
    assertThat(window.send(at + "/confirm", "code", code))
        .as("the child's own word is missing")
        .hasRedirectedUrl(at + "/review");
    assertThat(status(id)).isEqualTo(ApplicationStatus.DRAFT);
  }

  @Test
  void consent_taken_back_takes_the_application_back_and_later_ends_the_guardians_access() {
    var draft = family.filledIn(lan, be);
    agreed(ChildWizard.path(draft));
    var path = "/home/data/consents/CHILD_BY_CHILD/";
    assertThat(window.open("/home/data/consents")).bodyText().contains(path + draft.value());
    var stranger = signedIn(family.guardian());
    stranger.send(path + draft.value() + "/withdrawal");
    assertThat(status(draft)).isEqualTo(ApplicationStatus.DRAFT);
    window.send(path + draft.value() + "/withdrawal");
    assertThat(status(draft)).isEqualTo(ApplicationStatus.WITHDRAWN);

    var id = family.filledIn(lan, be);
    agreed(ChildWizard.path(id));
    family.submit(lan, id);
    family.approve(id);
    assertThat(guardianships.right(lan.id(), be.id())).isPresent();
    assertThat(window.send(path + id.value() + "/withdrawal"))
        .as("a page loaded before the approval")
        .hasStatus(HttpStatus.CONFLICT)
        .bodyText()
        .contains("Lần bấm này chưa rút lại được gì", path + be.id().value());
    assertThat(consents.stands(be.id().value(), Purpose.CHILD_BY_GUARDIAN)).isTrue();
    window.send("/home/data/consents/CHILD_BY_GUARDIAN/" + be.id().value() + "/withdrawal");
    assertThat(guardianships.right(lan.id(), be.id())).isEmpty();
    assertThat(consents.stands(be.id().value(), Purpose.CHILD_BY_CHILD)).isFalse();
  }

  private String ward(Somebody guardian) {
    return "/home/children/" + guardianships.of(guardian.id()).getFirst().link().id().value();
  }

  private Window signedIn(Somebody somebody) {
    var opened = new Window(server);
    var first = letterBox.firstPassword(somebody.id());
    opened.send("/sign-in", "userName", somebody.number(), "password", first);
    opened.send("/first-password", "password", OWN, "repeated", OWN);
    return opened;
  }

  private String body(String path) {
    return text(window.open(path));
  }

  private static String text(org.springframework.test.web.servlet.assertj.MvcTestResult answer) {
    try {
      return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
