package vn.ansinh.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Purpose;
import vn.ansinh.consents.Said;
import vn.ansinh.support.LetterBoxTest;

/** What somebody does not tick any more in a correction is withdrawn, whatever was said before. */
@LetterBoxTest
class WithdrawnInCorrectionTest {

  static final Said SAID = new Said(Place.REGISTRATION, "Firefox, Linux", "vi");

  @Autowired Applicants applicants;
  @Autowired Consents consents;
  @Autowired Declarations declarations;
  @Autowired Drafts drafts;

  @Test
  void what_stands_is_shown_ticked_and_unticking_it_withdraws_at_once() {
    var returned = returned();
    var draft = correction(returned);
    assertThat(draft.content().isTicked(Field.ASKS_REGISTRY)).isTrue();
    for (var purpose : Purpose.own()) {
      assertThat(consents.stands(returned.value(), purpose)).isTrue();
      drafts.takeBack(draft, purpose, SAID);
      assertThat(consents.stands(returned.value(), purpose)).as("not sent yet").isFalse();
    }
    var next = correction(returned).content();
    assertThat(next.isTicked(Field.ASKS_REGISTRY)).isFalse();
    assertThat(next.isTicked(Field.RECEIVES_BY_EMAIL)).isFalse();
  }

  @Test
  void a_correction_sent_without_the_tick_withdraws_whatever_page_was_left_out() {
    var returned = returned();
    var draft = correction(returned);
    var content = Applicants.typing(draft.content().typed(), Field.ASKS_REGISTRY, "");
    drafts.save(
        draft.id(), draft.content().with(Applicants.typing(content, Field.RECEIVES_BY_EMAIL, "")));
    declarations.submit(draft.id(), UUID.randomUUID());
    assertThat(consents.of(returned.value()))
        .hasSize(2)
        .allMatch(it -> !it.isLive() && it.endedAt() != null);
  }

  @Test
  void a_correction_begun_before_there_was_a_tick_withdraws_nothing() {
    var returned = returned();
    var draft = correction(returned);
    var typed = new EnumMap<>(draft.content().typed());
    typed.remove(Field.ASKS_REGISTRY);
    drafts.save(draft.id(), DraftContent.empty("vi").with(typed).at(draft.content().step()));
    declarations.submit(draft.id(), UUID.randomUUID());
    assertThat(declarations.find(returned).orElseThrow().status())
        .isEqualTo(DeclarationStatus.SUBMITTED);
    assertThat(consents.stands(returned.value(), Purpose.POPULATION_REGISTRY)).isTrue();
  }

  private DeclarationId returned() {
    var id = applicants.returned(Applicants.stranger(), "PHOTO_UNCLEAR").id();
    consents.giveUnsigned(id.value(), Purpose.POPULATION_REGISTRY, 1, SAID);
    return id;
  }

  private Draft correction(DeclarationId returned) {
    return drafts.find(drafts.correct(returned).orElseThrow().secret()).orElseThrow();
  }
}
