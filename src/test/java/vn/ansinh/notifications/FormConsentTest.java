package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Purpose;
import vn.ansinh.consents.Said;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Drafts;
import vn.ansinh.registration.Field;
import vn.ansinh.support.LetterBoxTest;

/** The declaration goes by e-mail only as long as whoever gets it agrees. */
@LetterBoxTest
class FormConsentTest {

  static final Said SAID = new Said(Place.STATUS_PAGE, "Firefox, Linux", "vi");

  @Autowired Applicants applicants;
  @Autowired Consents consents;
  @Autowired Declarations declarations;
  @Autowired Drafts drafts;
  @Autowired Enclosures enclosures;

  @Test
  void once_withdrawn_neither_mail_that_waits_nor_mail_sent_again_carries_it() {
    var id = applicants.submitted(Applicants.stranger()).id();
    assertThat(consents.stands(id.value(), Purpose.FORM_BY_EMAIL)).isTrue();
    assertThat(wanted(id)).isTrue();

    assertThat(consents.withdrawUnsigned(id.value(), Purpose.FORM_BY_EMAIL, SAID)).isTrue();
    assertThat(wanted(id)).as("mail that waits").isFalse();
    assertThat(enclosures.isReady(Content.Enclosure.FORM_01, id.value())).isTrue();
    assertThat(declarations.recipient(id).orElseThrow().receivesByEmail())
        .as("mail sent again")
        .isFalse();
    assertThat(declarations.form01(id)).as("what was declared stays").isPresent();
  }

  @Test
  void without_the_tick_there_is_no_consent() {
    var typed = Applicants.typing(Applicants.stranger(), Field.RECEIVES_BY_EMAIL, "");
    var id = applicants.submitted(typed).id();
    assertThat(consents.of(id.value())).isEmpty();
    assertThat(wanted(id)).isFalse();
  }

  @Test
  void a_correction_does_not_give_anew_what_was_withdrawn() {
    var returned = applicants.returned(Applicants.stranger(), "PHOTO_UNCLEAR").id();
    consents.withdrawUnsigned(returned.value(), Purpose.FORM_BY_EMAIL, SAID);
    var draft = drafts.correct(returned).orElseThrow();
    assertThat(
            drafts.find(draft.secret()).orElseThrow().content().isTicked(Field.RECEIVES_BY_EMAIL))
        .isFalse();
    declarations.submit(draft.id(), UUID.randomUUID());
    assertThat(wanted(returned)).isFalse();
  }

  private boolean wanted(DeclarationId id) {
    return enclosures.isWanted(Content.Enclosure.FORM_01, id.value());
  }
}
