package vn.ansinh.guardianship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Arrivals;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Denials;
import vn.ansinh.accounts.Device;
import vn.ansinh.accounts.LostContacts;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.Together;
import vn.ansinh.audit.Actor;
import vn.ansinh.identity.BirthDate;

class AuthorisationsTest extends GuardianshipTest {

  @Autowired Arrivals arrivals;
  @Autowired Denials denials;
  @Autowired LostContacts lostContacts;

  @Test
  void a_carer_takes_it_up_with_the_code_and_looks_until_the_last_day() {
    var minh = family.guardian();
    var code =
        authorisations.offer(lan.id(), Right.LOOK, Family.today().plusDays(10)).orElseThrow();
    assertThat(authorisations.waiting(lan.id())).isEqualTo(1);
    assertThat(authorisations.accept(lan.id(), code)).as("one's own").isFalse();
    assertThat(authorisations.accept(minh.id(), code.toLowerCase().replace("-", " "))).isTrue();
    assertThat(guardianships.right(minh.id(), lan.id())).contains(Right.LOOK);
    assertThat(guardianships.look(minh.id(), link(minh))).isPresent();
    clock.advance(Duration.ofDays(10));
    assertThat(guardianships.right(minh.id(), lan.id())).contains(Right.LOOK);
    clock.advance(Duration.ofDays(1));
    assertThat(guardianships.right(minh.id(), lan.id())).isEmpty();
    clock.advance(Duration.ofDays(31));
    upkeep.run();
    assertThat(guardianships.about(lan.id()).getFirst().endReason()).isEqualTo(LinkEnd.TERM_OVER);
  }

  @Test
  void taking_it_back_takes_effect_at_once_and_only_by_its_giver() {
    var minh = carer(Right.ACT);
    var link = link(minh);
    assertThat(authorisations.revoke(minh.id(), link)).isFalse();
    assertThat(authorisations.revoke(lan.id(), link)).isTrue();
    assertThat(authorisations.revoke(lan.id(), link)).isFalse();
    assertThat(guardianships.look(minh.id(), link)).isEmpty();
  }

  @Test
  void a_code_is_good_once_for_one() throws Exception {
    var code = authorisations.offer(lan.id(), Right.LOOK, Family.today()).orElseThrow();
    var carers = java.util.stream.Stream.generate(family::guardian).limit(4).toList();
    var answers = Together.run(4, i -> authorisations.accept(carers.get(i).id(), code));
    assertThat(answers).filteredOn(it -> it).hasSize(1);
  }

  @Test
  void a_new_authorisation_takes_the_place_of_the_one_before() {
    var minh = carer(Right.LOOK);
    var code = authorisations.offer(lan.id(), Right.ACT, Family.today().plusDays(3)).orElseThrow();
    assertThat(authorisations.accept(minh.id(), code)).isTrue();
    assertThat(guardianships.of(minh.id())).hasSize(1);
    assertThat(guardianships.right(minh.id(), lan.id())).contains(Right.ACT);
  }

  @Test
  void days_past_or_too_far_too_many_codes_and_minors_are_refused() {
    var today = Family.today();
    assertThat(authorisations.offer(lan.id(), Right.LOOK, today.minusDays(1))).isEmpty();
    assertThat(authorisations.offer(lan.id(), Right.LOOK, today.plusYears(1).plusDays(1)))
        .isEmpty();
    for (int i = 0; i < 5; i++) {
      assertThat(authorisations.offer(lan.id(), Right.LOOK, today)).isPresent();
    }
    assertThat(authorisations.offer(lan.id(), Right.LOOK, today)).isEmpty();
    authorisations.takeBackOffers(lan.id());
    assertThat(authorisations.waiting(lan.id())).isZero();
    family.born(lan.id(), BirthDate.of(today.minusYears(17)));
    assertThat(authorisations.offer(lan.id(), Right.LOOK, today)).isEmpty();
    assertThat(authorisations.accept(lan.id(), "ABCD-EFGH-2345")).isFalse();
  }

  @Test
  void codes_cannot_be_guessed_by_the_hundred() {
    var minh = family.guardian();
    var code = authorisations.offer(lan.id(), Right.LOOK, Family.today()).orElseThrow();
    for (int i = 0; i < 10; i++) {
      assertThat(authorisations.accept(minh.id(), "ABCD-EFGH-2345")).isFalse();
    }
    assertThat(authorisations.accept(minh.id(), code)).isFalse();
  }

  @Test
  void a_code_left_lying_is_no_good_after_a_week() {
    var code =
        authorisations.offer(lan.id(), Right.LOOK, Family.today().plusDays(30)).orElseThrow();
    clock.advance(Duration.ofDays(7).plusSeconds(1));
    assertThat(authorisations.accept(family.guardian().id(), code)).isFalse();
    upkeep.run();
    assertThat(authorisations.waiting(lan.id())).isZero();
  }

  @Test
  void codes_given_out_before_the_account_was_frozen_are_no_good_afterwards() {
    arrivals.withOwnPassword(lan, OWN);
    arrivals.arrive(lan, OWN, Somebody.anyDevice());
    var code = authorisations.offer(lan.id(), Right.LOOK, Family.today()).orElseThrow();
    assertThat(denials.deny(letterBox.denial(lan.id()))).isTrue();
    assertThat(authorisations.accept(family.guardian().id(), code)).isFalse();
    assertThat(authorisations.waiting(lan.id())).isZero();
  }

  @Test
  void nor_does_a_carer_look_on_whom_a_stranger_let_in() {
    var minh = carer(Right.LOOK);
    arrivals.withOwnPassword(lan, OWN);
    arrivals.arrive(lan, OWN, Somebody.anyDevice());
    assertThat(denials.deny(letterBox.denial(lan.id()))).isTrue();
    assertThat(guardianships.right(minh.id(), lan.id())).isEmpty();
    assertThat(guardianships.about(lan.id()).getFirst().endReason()).isEqualTo(LinkEnd.REVOKED);
  }

  @Test
  void a_code_is_made_for_the_own_password_in_a_session_that_lives() {
    var started = arrivals.withOwnPassword(lan, OWN);
    var session = sessions.current(started.cookieValue()).orElseThrow();
    var device = new Device("net", "Máy", started.deviceSecret());
    var today = Family.today();
    assertThat(authorisations.offer(session, "sai", device, Right.LOOK, today))
        .isInstanceOf(Reauthenticated.Wrong.class);
    assertThat(authorisations.offer(session, OWN, device, Right.LOOK, today))
        .isInstanceOf(Reauthenticated.Done.class);
    sessions.end(session);
    assertThat(authorisations.offer(session, OWN, device, Right.LOOK, today))
        .isInstanceOf(Reauthenticated.Busy.class);
    assertThat(authorisations.waiting(lan.id())).isEqualTo(1);
  }

  @Test
  void nor_those_given_out_before_the_office_replaced_all_contacts() {
    var code = authorisations.offer(lan.id(), Right.ACT, Family.today()).orElseThrow();
    lostContacts.replace(lan.id(), Contact.phone(Somebody.anyPhone()), Actor.SYSTEM);
    assertThat(authorisations.accept(family.guardian().id(), code)).isFalse();
  }

  @Test
  void the_owner_is_told_by_every_channel_when_a_carer_begins() {
    carer(Right.LOOK);
    assertThat(family.told(lan)).containsExactly("CARER_BEGAN", "CARER_BEGAN");
  }

  private Somebody carer(Right scope) {
    var minh = family.guardian();
    var code = authorisations.offer(lan.id(), scope, Family.today().plusDays(10)).orElseThrow();
    assertThat(authorisations.accept(minh.id(), code)).isTrue();
    return minh;
  }
}
