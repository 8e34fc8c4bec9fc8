package vn.ansinh.portal.registration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Purpose;
import vn.ansinh.consents.Said;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.Drafts;
import vn.ansinh.registration.Field;
import vn.ansinh.registration.Step;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.FormToken;

/**
 * Nothing is sent, neither a code nor a declaration, that was not read through and committed to.
 */
@ApplicationTest
class WizardOrderTest {

  static final Said SAID = new Said(Place.REGISTRATION, "Firefox, Linux", "vi");

  @Autowired MockMvcTester server;
  @Autowired Drafts drafts;
  @Autowired Applicants applicants;
  @Autowired DraftCookie cookie;
  @Autowired Consents consents;

  @Test
  void a_complete_draft_is_confirmed_only_after_the_commitment() {
    var draft = complete();
    assertThat(location(draft, "/registration/confirm")).isEqualTo("/registration/review");
    assertThat(posted(draft, "/registration/confirm", "")).isEqualTo("/registration/review");
    assertThat(posted(draft, "/registration/review", "true")).isEqualTo("/registration/confirm");
    assertThat(status(draft, "/registration/confirm")).isEqualTo(200);
  }

  @Test
  void a_change_after_the_commitment_asks_for_it_again_even_when_the_contact_is_confirmed() {
    var draft = complete();
    posted(draft, "/registration/review", "true");
    applicants.confirm(draft.id());
    var content = drafts.find(draft.secret()).orElseThrow().content();
    drafts.save(
        draft.id(), content.with(Map.of(Field.STREET, "Số 2 đường Thử")).at(Step.DECLARATION));
    assertThat(posted(draft, "/registration/code", "")).isEqualTo("/registration/review");
    assertThat(location(draft, "/registration/phone")).isEqualTo("/registration/review");
    assertThat(drafts.find(draft.secret()).orElseThrow().submittedAs()).isNull();
    assertThat(posted(draft, "/registration/review", "true")).isEqualTo("/registration/done");
  }

  @Test
  void unticking_is_obeyed_whichever_way_the_page_is_left() {
    for (var page :
        Map.of(
                "/registration/declaration",
                Purpose.POPULATION_REGISTRY,
                "/registration/office",
                Purpose.FORM_BY_EMAIL)
            .entrySet()) {
      var returned = applicants.returned(Applicants.stranger(), "PHOTO_UNCLEAR").id().value();
      consents.giveUnsigned(returned, page.getValue(), 1, SAID);
      var draft = drafts.correct(new DeclarationId(returned)).orElseThrow();
      for (var ticked : new String[] {"true", ""}) {
        post(draft, page.getKey(), "go", "back", "asksRegistry", ticked, "receivesByEmail", ticked);
        assertThat(consents.stands(returned, page.getValue()))
            .as(page.getKey() + ticked)
            .isEqualTo(ticked.equals("true"));
      }
    }
  }

  private void post(Drafts.NewDraft draft, String path, String... parameters) {
    var request = server.post().uri(path).with(FormToken.sent()).cookie(of(draft));
    for (int i = 0; i < parameters.length; i += 2) {
      request = request.param(parameters[i], parameters[i + 1]);
    }
    assertThat(request.exchange()).hasStatus(HttpStatus.SEE_OTHER);
  }

  private Drafts.NewDraft complete() {
    return applicants.complete(Applicants.stranger(), "vi");
  }

  private int status(Drafts.NewDraft draft, String path) {
    return server.get().uri(path).cookie(of(draft)).exchange().getResponse().getStatus();
  }

  private String location(Drafts.NewDraft draft, String path) {
    return server
        .get()
        .uri(path)
        .cookie(of(draft))
        .exchange()
        .getResponse()
        .getHeader(HttpHeaders.LOCATION);
  }

  private String posted(Drafts.NewDraft draft, String path, String commit) {
    return server
        .post()
        .uri(path)
        .with(FormToken.sent())
        .cookie(of(draft))
        .param("commit", commit)
        .exchange()
        .getResponse()
        .getHeader(HttpHeaders.LOCATION);
  }

  private Cookie of(Drafts.NewDraft draft) {
    var pair = cookie.holding(draft.secret()).split(";", 2)[0].split("=", 2);
    return new Cookie(pair[0], pair[1]);
  }
}
