package vn.ansinh.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Denials;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.accounts.SessionEnd;
import vn.ansinh.accounts.SettingPassword;
import vn.ansinh.accounts.SignIn;
import vn.ansinh.accounts.SigningIn;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.federation.IdentityServer.Fault;

/** Forgotten passwords, with an identity that was linked before. */
class IdentityRecoveryTest extends SignedOnByIdentity {

  static final String NEW = "mot cau khac hoan toan";

  @Autowired SignIn signIn;
  @Autowired Denials denials;

  @Test
  void who_is_linked_sets_a_new_password_and_everything_happens_as_by_a_code() {
    linked();
    var device = Somebody.anyDevice();
    var ticket = ((Coming.MaySetPassword) recover()).ticket();
    assertThat(sessions.current(started.cookieValue())).as("nothing yet").isPresent();

    var session = ((SettingPassword.Set) signIn.setFirstPassword(ticket, NEW, device)).session();
    assertThat(sessions.ending(started.cookieValue())).contains(SessionEnd.PASSWORD_CHANGED);
    assertThat(letterBox.toldOfSignIn(lan.id())).as("phone and mail").hasSize(2);
    assertThat(lines("RECOVERY_PROVED", lan)).isOne();
    assertThat(lines("PASSWORD_SET", lan)).as("the first one and this").isEqualTo(2);
    assertThat(signIn.signIn(lan.number(), OWN, device)).isInstanceOf(SigningIn.Wrong.class);
    assertThat(signIn.setFirstPassword(ticket, "lai mot cau khac nua", device))
        .as("once")
        .isInstanceOf(SettingPassword.Expired.class);
    assertThat(denials.deny(letterBox.denial(lan.id()))).as("not me").isTrue();
    assertThat(sessions.ending(session.cookieValue())).contains(SessionEnd.DENIED);
    assertThat(linksOf(lan)).isEmpty();
  }

  @Test
  void guesses_at_the_forgotten_password_are_forgiven() {
    linked();
    for (int i = 0; i < 21; i++) {
      var _ = signIn.signIn(lan.number(), "sai " + i, Somebody.anyDevice());
    }
    assertThat(signIn.signIn(lan.number(), OWN, Somebody.anyDevice()))
        .as("a pause")
        .isInstanceOf(SigningIn.TooMany.class);
    var ticket = ((Coming.MaySetPassword) recover()).ticket();
    assertThat(signIn.setFirstPassword(ticket, NEW, own())).isInstanceOf(SettingPassword.Set.class);
    assertThat(signIn.signIn(lan.number(), NEW, Somebody.anyDevice()))
        .isInstanceOf(SigningIn.NeedsCode.class);
  }

  @Test
  void who_is_not_linked_has_no_account_or_is_nobody_here_gets_one_answer() {
    assertThat(recover()).as("an account and a password, no link").isEqualTo(notLinked());
    assertThat(lines("IDENTITY_REFUSED", lan)).isOne();
    assertThat(linksOf(lan)).as("nor is it made").isEmpty();
    server.knows(account, claims(Somebody.in(people)));
    assertThat(recover()).as("no account").isEqualTo(notLinked());
    server.knows(account, claims(Somebody.withAccount(people, accounts)));
    assertThat(recover()).as("no password of one's own yet").isEqualTo(notLinked());
    knowsLanWith("ho_ten", "NGUYỄN THỊ KHÁC");
    assertThat(recover()).as("nobody").isEqualTo(notLinked());
  }

  @Test
  void neither_another_identity_nor_one_linked_to_somebody_else_gives_a_password() {
    linked();
    var lans = account;
    account = "account-" + UUID.randomUUID();
    server.knows(account, claims(lan));
    assertThat(recover()).as("another than the linked one").isEqualTo(notLinked());
    var minh = Somebody.withAccount(people, accounts);
    arrivals.withOwnPassword(minh, OWN);
    account = lans;
    server.knows(account, claims(minh));
    assertThat(recover()).as("linked to Lan").isEqualTo(notLinked());
    assertThat(lines("RECOVERY_PROVED", lan) + lines("RECOVERY_PROVED", minh)).isZero();
  }

  @Test
  void a_level_too_low_or_a_sign_in_of_before_gives_no_password() {
    linked();
    knowsLanWith("muc_do", 1);
    assertThat(recover()).isEqualTo(new Coming.LevelTooLow(1, 2));
    server.knows(account, claims(lan));
    server.does(Fault.LONG_AGO);
    assertThat(recover()).isInstanceOf(Coming.Refused.class);
    server.does(Fault.A_MINUTE_AGO);
    assertThat(signIn(own())).as("enough to sign in").isInstanceOf(Coming.SignedIn.class);
    assertThat(recover()).as("before the browser left").isInstanceOf(Coming.Refused.class);
    server.does(Fault.AT_NO_TIME);
    assertThat(recover()).isInstanceOf(Coming.Refused.class);
    server.does(Fault.NONE);
    assertThat(recover()).as("the right one").isInstanceOf(Coming.MaySetPassword.class);
  }

  @Test
  void a_provider_that_does_not_say_when_somebody_signed_in_gives_no_password() {
    assertThat(identities.recoverers()).hasSize(1);
    identities = by(Settings.of(server.issuer(), java.util.Map.of("max-age", "0s")));
    assertThat(identities.providers()).as("to sign in it does").hasSize(1);
    assertThat(identities.recoverers()).isEmpty();
    assertThat(identities.leaveToRecover("vneid", "net", VIETNAMESE))
        .isInstanceOf(Leaving.Unknown.class);
  }

  @Test
  void people_are_asked_at_the_provider_anew() {
    var left = (Leaving.Left) identities.leaveToRecover("vneid", "net", VIETNAMESE);
    assertThat(left.to().getQuery()).contains("prompt=login").contains("max_age=300");
    assertThat(leave().to().getQuery()).doesNotContain("prompt");
  }

  @Test
  void a_sign_in_gives_no_password_and_a_recovery_no_session() {
    linked();
    assertThat(signIn(own())).isInstanceOf(Coming.SignedIn.class);
    assertThat(lines("RECOVERY_PROVED", lan)).isZero();
    long before = lines("SIGNED_IN", lan);
    assertThat(recover()).isInstanceOf(Coming.MaySetPassword.class);
    assertThat(lines("SIGNED_IN", lan)).isEqualTo(before);
  }

  @Test
  void a_frozen_account_gets_no_password_this_way() {
    linked();
    var ticket = ((Coming.MaySetPassword) recover()).ticket();
    denials.deny(letterBox.denial(lan.id()));
    assertThat(recover()).isInstanceOf(Coming.Frozen.class);
    assertThat(signIn.setFirstPassword(ticket, NEW, own()))
        .as("nor with what was proved before")
        .isInstanceOf(SettingPassword.Expired.class);
  }

  @Test
  void what_was_proved_is_void_once_the_link_is_gone_or_the_password_another() {
    linked();
    var before = ((Coming.MaySetPassword) recover()).ticket();
    assertThat(links.remove(session(), linksOf(lan).getFirst().id(), OWN, own()))
        .isInstanceOf(Reauthenticated.Done.class);
    assertThat(signIn.setFirstPassword(before, NEW, own()))
        .as("the link is gone")
        .isInstanceOf(SettingPassword.Expired.class);
  }

  private static Coming notLinked() {
    return new Coming.NotLinked();
  }

  private Coming recover() {
    var left =
        (Leaving.Left)
            identities.leaveToRecover("vneid", Somebody.anyDevice().network(), VIETNAMESE);
    return come(
        new Trip(left.cookie(), callback(Wanderer.bring(left.to(), account))),
        Somebody.anyDevice());
  }
}
