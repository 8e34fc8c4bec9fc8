package vn.ansinh.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Arriving;
import vn.ansinh.accounts.Denials;
import vn.ansinh.accounts.FactorChange;
import vn.ansinh.accounts.NewDevices;
import vn.ansinh.accounts.Sending;
import vn.ansinh.accounts.Somebody;

/** One account at a provider for one person: a second one is refused, and its owner told. */
class SecondIdentityTest extends SignedOnByIdentity {

  @Autowired Denials denials;
  @Autowired NewDevices newDevices;

  @Test
  void an_account_at_the_provider_that_is_linked_never_signs_in_another() {
    linked();
    var minh = Somebody.withAccount(people, accounts);
    arrivals.withOwnPassword(minh, OWN);
    server.knows(account, claims(minh));
    assertThat(signIn(minh.device())).isInstanceOf(Coming.NotMatched.class);
    assertThat(linksOf(minh)).isEmpty();
    assertThat(lines("IDENTITY_REFUSED", minh)).isOne();
    assertThat(toldOfRefusal(minh)).as("phone and mail").containsExactly(2);
    assertThat(toldOfRefusal(lan)).as("nothing was tried at Lan's account").isEmpty();
  }

  @Test
  void who_has_linked_one_account_is_not_entered_by_another_of_the_same_provider() {
    linked();
    var other = "account-" + UUID.randomUUID();
    server.knows(other, claims(lan));
    account = other;
    assertThat(signIn(own())).isInstanceOf(Coming.NotMatched.class);
    assertThat(lines("IDENTITY_REFUSED", lan)).isOne();
    assertThat(toldOfRefusal(lan)).as("phone and mail").containsExactly(2);
    assertThat(denials.deny(letterBox.denial(lan.id()))).as("not me").isTrue();
    assertThat(sessions.current(started.cookieValue())).isEmpty();
  }

  @Test
  void a_second_identity_whose_code_comes_too_late_is_refused_and_told() {
    var device = Somebody.anyDevice();
    var first = account;
    account = "account-" + UUID.randomUUID();
    server.knows(account, claims(lan));
    var needed = (Coming.NeedsCode) signIn(device);
    account = first;
    assertThat(signIn(own()))
        .as("meanwhile, on the known device")
        .isInstanceOf(Coming.SignedIn.class);
    var sent = (Sending.Sent) newDevices.send(needed.entry(), VIETNAMESE, "net").orElseThrow();
    assertThat(newDevices.redeem(needed.entry(), letterBox.code(sent.id()), device))
        .as("the password's second half is right as ever")
        .isInstanceOf(Arriving.Arrived.class);
    assertThat(linksOf(lan)).hasSize(1);
    assertThat(lines("IDENTITY_REFUSED", lan)).isOne();
    assertThat(toldOfRefusal(lan)).containsExactly(2);
  }

  @Test
  void refusals_are_told_five_times_a_day() {
    linked();
    for (int i = 0; i < 7; i++) {
      account = "account-" + UUID.randomUUID();
      server.knows(account, claims(lan));
      assertThat(signIn(own())).isInstanceOf(Coming.NotMatched.class);
    }
    assertThat(lines("IDENTITY_REFUSED", lan)).isEqualTo(7);
    assertThat(toldOfRefusal(lan)).hasSize(5);
  }

  /** To how many contacts, each time. */
  private List<Integer> toldOfRefusal(Somebody somebody) {
    return letterBox.factorNotices(somebody.id()).stream()
        .filter(it -> it.what() == FactorChange.IDENTITY_REFUSED)
        .map(it -> it.to().size())
        .toList();
  }
}
