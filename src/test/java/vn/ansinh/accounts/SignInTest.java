package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What signs in, and what is simply wrong. */
class SignInTest extends OpenedAccount {

  @Autowired JdbcClient sql;

  @Test
  void forged_tickets_and_cookies_open_nothing() {
    for (var forged :
        new String[] {"", "x", lan.id().value() + ".", lan.id().value() + ".abc", "é".repeat(50)}) {
      assertThat(signIn.canSetPassword(forged)).isFalse();
      assertThat(sessions.current(forged)).isEmpty();
      assertThat(sessions.ending(forged)).isEmpty();
    }
  }

  @Test
  void the_personal_id_and_the_card_number_sign_in_as_well() {
    activate();
    var personalId = lan.person().personalId();
    assertThat(attempt(personalId, OWN)).isInstanceOf(SigningIn.NeedsCode.class);
    assertThat(attempt(" " + lan.number().substring(0, 4) + " " + lan.number().substring(4), OWN))
        .isInstanceOf(SigningIn.NeedsCode.class);
    assertThat(attempt("DN479" + lan.number(), OWN)).isInstanceOf(SigningIn.NeedsCode.class);
  }

  @Test
  void the_password_is_compared_after_normalization() {
    var composed = "Chiều mưa bên sông";
    signIn.setFirstPassword(ticket(), composed, lan.device());
    var typedApart = java.text.Normalizer.normalize(composed, java.text.Normalizer.Form.NFD);
    assertThat(attempt(lan.number(), typedApart)).isInstanceOf(SigningIn.NeedsCode.class);
  }

  @Test
  void hostile_user_names_and_passwords_are_simply_wrong() {
    for (var typed :
        new String[] {"", "\u0000", "' or 1=1 --", "x".repeat(10_000), "\ud83d", "١٢٣٤٥٦٧٨٩٠"}) {
      var device = Somebody.anyDevice();
      assertThat(signIn.signIn(typed, "wrong", device)).isInstanceOf(SigningIn.Wrong.class);
      assertThat(signIn.signIn(lan.number(), typed, device)).isInstanceOf(SigningIn.Wrong.class);
    }
  }

  @Test
  void refusals_are_audited_without_what_was_typed() {
    attempt(lan.number(), "a wrong password");
    var row =
        sql.sql(
                """
                select to_jsonb(e)::text from audit.entry e
                where person_id = :id and action = 'SIGN_IN_REFUSED'
                """)
            .param("id", lan.id().value())
            .query(String.class)
            .single();
    assertThat(row).doesNotContain(lan.number()).doesNotContain("a wrong password");
  }

  @Test
  void changing_the_password_asks_for_the_one_in_use() {
    var started = activate();
    var session = sessions.current(started.cookieValue()).orElseThrow();
    assertThat(signIn.changePassword(session, "wrong", "gio thoi mat ruoi", lan.device()))
        .isEqualTo(new ChangingPassword.Wrong(4));
    assertThat(signIn.changePassword(session, OWN, OWN, lan.device()))
        .isEqualTo(new ChangingPassword.Weak(Weakness.USED_BEFORE));
    var changed = signIn.changePassword(session, OWN, "gio thoi mat ruoi", lan.device());
    assertThat(changed).isInstanceOf(ChangingPassword.Changed.class);
    assertThat(sessions.current(started.cookieValue())).isEmpty();
    assertThat(sessions.current(((ChangingPassword.Changed) changed).session().cookieValue()))
        .isPresent();
    assertThat(attempt(lan.number(), "gio thoi mat ruoi")).isInstanceOf(SigningIn.NeedsCode.class);
  }
}
