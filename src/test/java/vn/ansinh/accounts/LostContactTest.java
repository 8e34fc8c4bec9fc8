package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The old one is lost: one code, and a day to object (ADR 19). */
class LostContactTest extends ContactOwner {

  @Autowired Denials denials;
  @Autowired Recoveries recoveries;
  @Autowired Arrivals arrivals;
  @Autowired JdbcClient sql;

  @Test
  void a_lost_phone_is_announced_at_once_and_replaced_after_a_day() {
    brake(lan, phone);
    assertThat(letterBox.contactNotices(lan.who().id()))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.takesEffectAt()).isNotNull();
              assertThat(it.to()).hasSize(2);
            });
    assertThat(contacts.claim(owner().who().id(), Contact.phone(phone)))
        .as("kept for its owner meanwhile")
        .isFalse();

    clock.advance(BRAKE.minusMinutes(1));
    effects.runNow();
    assertThat(phoneOf(lan)).isEqualTo(lan.who().phone());
    clock.advance(Duration.ofMinutes(1));
    effects.runNow();
    assertThat(phoneOf(lan)).isEqualTo(phone);
    assertThat(letterBox.contactNotices(lan.who().id())).hasSize(2);
    assertThat(letterBox.contactNotices(lan.who().id()).getLast().takesEffectAt()).isNull();
    effects.runNow();
    assertThat(letterBox.contactNotices(lan.who().id())).as("told once").hasSize(2);
  }

  @Test
  void not_me_stops_it_and_freezes_the_account() {
    brake(lan, phone);
    assertThat(denials.deny(letterBox.denial(lan.who().id()))).isTrue();
    clock.advance(BRAKE);
    effects.runNow();
    assertThat(phoneOf(lan)).isEqualTo(lan.who().phone());
    assertThat(contacts.claim(owner().who().id(), Contact.phone(phone))).isTrue();
    assertThat(signIn.signIn(lan.who().number(), OWN, Somebody.anyDevice()))
        .isInstanceOf(SigningIn.Frozen.class);
  }

  @Test
  void a_password_set_anew_with_a_code_to_an_old_contact_stops_it() {
    brake(lan, phone);
    var begun =
        (Recovering.Begun)
            recoveries.begin(
                lan.who().number(), Contact.email(lan.who().email()), Somebody.anyDevice());
    arrivals.lookAtRequests();
    var code = letterBox.newestCode(lan.who().email());
    var ticket = recoveries.redeem(begun.cookieValue(), code).orElseThrow();
    assertThat(signIn.setFirstPassword(ticket, "gio thoi mat ruoi", Somebody.anyDevice()))
        .isInstanceOf(SettingPassword.Set.class);
    clock.advance(BRAKE);
    effects.runNow();
    assertThat(phoneOf(lan)).isEqualTo(lan.who().phone());
  }

  @Test
  void a_password_its_owner_changes_stops_it_as_well() {
    brake(lan, phone);
    assertThat(signIn.changePassword(lan.session(), OWN, "gio thoi mat ruoi", lan.who().device()))
        .isInstanceOf(ChangingPassword.Changed.class);
    clock.advance(BRAKE);
    effects.runNow();
    assertThat(phoneOf(lan)).isEqualTo(lan.who().phone());
  }

  @Test
  void the_owner_cancels_it_from_any_session() {
    brake(lan, phone);
    assertThat(begin(lan, Contact.email(Somebody.anyEmail())))
        .as("one at a time")
        .isInstanceOf(ChangingContact.Waiting.class);
    var later = new CitizenSession(java.util.UUID.randomUUID(), lan.who().id(), clock.instant());
    assertThat(changes.open(later)).containsInstanceOf(OpenChange.Braked.class);
    assertThat(changes.cancel(later)).isTrue();
    assertThat(changes.cancel(later)).isFalse();
    assertThat(contacts.claim(owner().who().id(), Contact.phone(phone))).isTrue();
    clock.advance(BRAKE);
    effects.runNow();
    assertThat(phoneOf(lan)).isEqualTo(lan.who().phone());
  }

  @Test
  void the_new_contact_lies_nowhere_in_plain() {
    brake(lan, phone);
    var rows = sql.sql("select to_jsonb(c)::text from accounts.contact_change c");
    assertThat(rows.query(String.class).list())
        .isNotEmpty()
        .noneMatch(it -> it.contains(phone.substring(3)));
  }

  @Test
  void effect_denial_cancelling_and_a_right_code_at_once_leave_one_phone_and_one_claim()
      throws Exception {
    for (int round = 0; round < 5; round++) {
      var one = owner();
      var wanted = Somebody.anyPhone();
      brake(one, wanted);
      clock.advance(BRAKE);
      var link = letterBox.denial(one.who().id());
      Together.run(
          24,
          i -> {
            switch (i % 3) {
              case 0 -> effects.runNow();
              case 1 -> changes.cancel(one.session());
              default -> denials.deny(link);
            }
            return i;
          });
      var kept = phoneOf(one);
      assertThat(kept).isIn(one.who().phone(), wanted);
      var other = kept.equals(wanted) ? one.who().phone() : wanted;
      assertThat(contacts.holdsPhone(one.who().id(), kept)).isTrue();
      assertThat(contacts.holdsPhone(one.who().id(), other)).isFalse();
      assertThat(changes.open(one.session())).isEmpty();
    }
  }

  @Test
  void one_that_does_not_open_keeps_no_other_waiting() {
    var broken = owner();
    brake(broken, Somebody.anyPhone());
    sql.sql("update accounts.contact_change set wanted = 'x' where person_id = :person")
        .param("person", broken.who().id().value())
        .update();
    brake(lan, phone);
    clock.advance(BRAKE);
    effects.runNow();
    assertThat(phoneOf(lan)).isEqualTo(phone);
    sql.sql("delete from accounts.contact_change where person_id = :person")
        .param("person", broken.who().id().value())
        .update();
  }
}
