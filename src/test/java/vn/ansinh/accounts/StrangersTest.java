package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What strangers do is counted for themselves, and tells them nothing. */
class StrangersTest extends GuardedCodes {

  @Autowired Budgets budgets;

  @Test
  void a_stranger_who_knows_the_password_uses_up_nothing_of_the_owners_device() {
    var session = activate();
    var own = new Device("net-own", "Chrome, Android", session.deviceSecret());
    int wrong = 0;
    while (wrong < settings.wrongPerSubject()) {
      var stranger = Somebody.anyDevice();
      var foreign = entry(stranger);
      var theirs = sent(foreign, stranger);
      for (int n = 0; n < 5; n++, wrong++) {
        newDevices.redeem(foreign, wrong(theirs), stranger);
      }
      clock.advance(Duration.ofMinutes(10));
    }
    assertThat(newDevices.send(entry(Somebody.anyDevice()), Locale.of("vi"), "net").orElseThrow())
        .isInstanceOf(Sending.BudgetSpent.class);
    arrivals.withoutCode(lan);
    var entry = entry(own);
    var code = sent(entry, own);
    for (int i = 0; i < 6; i++) {
      var other = entry(Somebody.anyDevice());
      assertThat(newDevices.redeem(other, code, Somebody.anyDevice()))
          .as("what the owner was sent opens nothing there")
          .isInstanceOf(Arriving.NotYet.class);
      assertThat(newDevices.awaited(other, Somebody.anyDevice()).orElseThrow().code()).isEmpty();
    }
    assertThat(newDevices.redeem(entry, wrong(code), own))
        .isEqualTo(new Arriving.NotYet(new Redeeming.Wrong(4)));
    assertThat(newDevices.redeem(entry, code, own)).isInstanceOf(Arriving.Arrived.class);
  }

  @Test
  void whoever_knows_a_password_sends_its_owner_no_more_than_forty_codes_a_day() {
    activate();
    int sent = 0;
    for (int i = 0; i < 60; i++) {
      var answer = newDevices.send(entry(Somebody.anyDevice()), Locale.of("vi"), "net" + i);
      sent += answer.orElseThrow() instanceof Sending.Sent ? 1 : 0;
      clock.advance(Duration.ofMinutes(10));
    }
    assertThat(sent).isEqualTo(settings.toStrangers());
  }

  @Test
  void who_types_the_right_code_gives_nothing_back_of_what_others_guessed() {
    activate();
    var stranger = Somebody.anyDevice();
    var foreign = entry(stranger);
    var theirs = sent(foreign, stranger);
    for (int i = 0; i < 4; i++) {
      newDevices.redeem(foreign, wrong(theirs), stranger);
    }
    arrivals.arrive(lan, OWN, Somebody.anyDevice());
    assertThat(guessed()).isEqualTo(4);
  }

  @Test
  void a_fitting_request_that_gets_no_code_is_counted_like_one_that_fits_nobody() {
    activate();
    var email = Contact.email(lan.email());
    for (int i = 0; i < settings.perAddress(); i++) {
      budgets.take(settings.toAddress(), email.address() + "|guarded");
    }
    var fitting = begin(lan.number(), email);
    var nobodys = begin(Somebody.in(people).number(), email);
    arrivals.lookAtRequests();
    assertThat(letterBox.newestCode(lan.email())).as("its bounds are spent").isNull();
    recoveries.redeem(fitting, "000000");
    assertThat(guessed()).isEqualTo(1);
    recoveries.redeem(nobodys, "000000");
    assertThat(guessed()).isEqualTo(2);
  }

  @Test
  void codes_for_forgotten_passwords_share_no_network() {
    activate();
    for (int i = 0; i < settings.perNetwork(); i++) {
      budgets.take(settings.fromNetwork(), "recovery");
    }
    assertThat(recovered(Somebody.anyDevice())).hasSize(6);
  }

  @Test
  void a_browser_many_have_used_has_no_more_tries_at_all_of_them_than_at_one() {
    var session = activate();
    var cafe = new Device("net-cafe", "Chrome", session.deviceSecret());
    var other = Somebody.withAccount(people, accounts);
    arrivals.withOwnPassword(other, OWN);
    arrivals.arrive(other, OWN, cafe);
    guessedAt(settings.chances());
    for (int i = 0; i < 5; i++) {
      assertThat(recovered(cafe)).hasSize(6);
      clock.advance(Duration.ofMinutes(10));
    }
    var begun = recoveries.begin(other.number(), Contact.email(other.email()), cafe);
    assertThat(begun).isInstanceOf(Recovering.Begun.class);
    arrivals.lookAtRequests();
    assertThat(letterBox.newestCode(other.email())).hasSize(10);
  }

  private String begin(String number, Contact to) {
    return ((Recovering.Begun) recoveries.begin(number, to, Somebody.anyDevice())).cookieValue();
  }
}
