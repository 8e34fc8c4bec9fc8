package vn.ansinh.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.AccountClosings;
import vn.ansinh.accounts.Arriving;
import vn.ansinh.accounts.Denials;
import vn.ansinh.accounts.NewDevices;
import vn.ansinh.accounts.Sending;
import vn.ansinh.accounts.SignIn;
import vn.ansinh.accounts.SigningIn;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.audit.Actor;

/** An electronic identity at an account that is locked, frozen or closed. */
class LockedAccountTest extends SignedOnByIdentity {

  @Autowired Denials denials;
  @Autowired NewDevices newDevices;
  @Autowired SignIn passwords;
  @Autowired AccountClosings closings;

  @Test
  void a_frozen_account_is_not_entered() {
    linked();
    denials.deny(letterBox.denial(lan.id()));
    assertThat(signIn(own())).isInstanceOf(Coming.Frozen.class);
    assertThat(lines("IDENTITY_REFUSED", lan)).isOne();
  }

  @Test
  void a_frozen_account_is_entered_in_no_way() {
    linked();
    sessions.end(session());
    var device = Somebody.anyDevice();
    var other = "account-" + UUID.randomUUID();
    transaction.executeWithoutResult(_ -> entry.voidAll(lan.id(), Actor.SYSTEM));
    var needed = (Coming.NeedsCode) signIn(device);
    var sent = (Sending.Sent) newDevices.send(needed.entry(), VIETNAMESE, "net").orElseThrow();
    denials.deny(letterBox.denial(lan.id()));
    assertThat(newDevices.redeem(needed.entry(), letterBox.code(sent.id()), device))
        .as("on the way with a code")
        .isInstanceOf(Arriving.Gone.class);
    assertThat(linksOf(lan)).isEmpty();
    assertThat(passwords.signIn(lan.number(), OWN, own())).isInstanceOf(SigningIn.Frozen.class);
    assertThat(signIn(own())).as("with the identity of before").isInstanceOf(Coming.Frozen.class);
    server.knows(other, claims(lan));
    account = other;
    assertThat(signIn(own())).as("with another").isInstanceOf(Coming.Frozen.class);
  }

  @Test
  void guessed_passwords_lock_the_password_and_not_the_identity() {
    linked();
    sessions.end(session());
    var stranger = Somebody.anyDevice();
    for (int i = 0; i < 5; i++) {
      var _ = passwords.signIn(lan.number(), "sai " + i, stranger);
    }
    assertThat(passwords.signIn(lan.number(), OWN, stranger)).isInstanceOf(SigningIn.TooMany.class);
    assertThat(signIn(stranger)).isInstanceOf(Coming.SignedIn.class);
  }

  @Test
  void whoever_has_stopped_using_the_account_is_told_so() {
    linked();
    transaction.executeWithoutResult(
        _ -> closings.close(closings.hold(lan.id()).orElseThrow(), Actor.of(lan.id())));
    assertThat(linksOf(lan)).isEmpty();
    assertThat(signIn(own())).isInstanceOf(Coming.Stopped.class);
    assertThat(lines("IDENTITY_REFUSED", lan)).isOne();
  }
}
