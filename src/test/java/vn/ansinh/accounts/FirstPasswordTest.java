package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.ansinh.audit.Actor;

/** The first password, and the ticket it gives for an own one. */
class FirstPasswordTest extends OpenedAccount {

  @Test
  void the_first_password_only_leads_to_choosing_an_own_one() {
    var ticket = ticket();
    assertThat(signIn.canSetPassword(ticket)).isTrue();
    var set = signIn.setFirstPassword(ticket, OWN, lan.device());
    assertThat(set).isInstanceOf(SettingPassword.Set.class);
    assertThat(sessions.current(((SettingPassword.Set) set).session().cookieValue()))
        .hasValueSatisfying(it -> assertThat(it.person()).isEqualTo(lan.id()));
    assertThat(accounts.find(lan.id()).orElseThrow().status()).isEqualTo(AccountStatus.ACTIVE);
  }

  @Test
  void the_first_password_may_be_typed_without_dash_and_in_capitals() {
    var typed = letterBox.firstPassword(lan.id()).replace("-", " ").toUpperCase();
    assertThat(attempt(lan.number(), typed)).isInstanceOf(SigningIn.MustSetPassword.class);
  }

  @Test
  void once_an_own_password_is_set_the_first_one_opens_nothing() {
    var first = letterBox.firstPassword(lan.id());
    activate();
    assertThat(attempt(lan.number(), first)).isEqualTo(new SigningIn.Wrong(4));
  }

  @Test
  void a_ticket_serves_once_and_only_the_newest() {
    var older = ticket();
    var newer = ticket();
    assertThat(signIn.setFirstPassword(older, OWN, lan.device()))
        .isInstanceOf(SettingPassword.Expired.class);
    assertThat(signIn.setFirstPassword(newer, OWN, lan.device()))
        .isInstanceOf(SettingPassword.Set.class);
    assertThat(signIn.setFirstPassword(newer, OWN + " 2", lan.device()))
        .isInstanceOf(SettingPassword.Expired.class);
    assertThat(signIn.canSetPassword(newer)).isFalse();
  }

  @Test
  void a_ticket_is_good_for_a_quarter_of_an_hour() {
    var ticket = ticket();
    clock.advance(Duration.ofMinutes(15));
    assertThat(signIn.setFirstPassword(ticket, OWN, lan.device()))
        .isInstanceOf(SettingPassword.Expired.class);
  }

  @Test
  void a_weak_password_is_refused_with_its_reason_and_the_ticket_stays_good() {
    var ticket = ticket();
    assertThat(signIn.setFirstPassword(ticket, "matkhau123", lan.device()))
        .isEqualTo(new SettingPassword.Weak(Weakness.COMMON));
    assertThat(signIn.setFirstPassword(ticket, "mau" + lan.number(), lan.device()))
        .isEqualTo(new SettingPassword.Weak(Weakness.OWN_DATA));
    assertThat(signIn.setFirstPassword(ticket, letterBox.firstPassword(lan.id()), lan.device()))
        .isEqualTo(new SettingPassword.Weak(Weakness.USED_BEFORE));
    assertThat(signIn.setFirstPassword(ticket, OWN, lan.device()))
        .isInstanceOf(SettingPassword.Set.class);
  }

  @Test
  void after_72_hours_the_first_password_is_over_and_says_so_only_to_who_has_it() {
    clock.advance(Duration.ofHours(72));
    assertThat(attempt(lan.number(), letterBox.firstPassword(lan.id())))
        .isInstanceOf(SigningIn.FirstPasswordOver.class);
    assertThat(attempt(lan.number(), "another one")).isEqualTo(new SigningIn.Wrong(4));
  }

  @Test
  void a_renewed_first_password_makes_the_earlier_one_worthless() {
    var first = letterBox.firstPassword(lan.id());
    var ticket = ticket();
    accounts.renewFirstPassword(lan.id(), Channel.SMS, Actor.SYSTEM);
    assertThat(signIn.canSetPassword(ticket)).isFalse();
    assertThat(attempt(lan.number(), first)).isInstanceOf(SigningIn.Wrong.class);
    assertThat(attempt(lan.number(), letterBox.firstPassword(lan.id())))
        .isInstanceOf(SigningIn.MustSetPassword.class);
  }

  @Test
  void renewing_for_somebody_signed_in_ends_the_session_and_the_own_password() {
    var session = activate();
    accounts.renewFirstPassword(lan.id(), Channel.SMS, Actor.SYSTEM);
    assertThat(sessions.current(session.cookieValue())).isEmpty();
    assertThat(sessions.ending(session.cookieValue())).contains(SessionEnd.PASSWORD_CHANGED);
    assertThat(attempt(lan.number(), OWN)).isInstanceOf(SigningIn.Wrong.class);
  }
}
