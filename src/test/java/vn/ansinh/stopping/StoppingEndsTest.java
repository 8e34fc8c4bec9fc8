package vn.ansinh.stopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Recovering;
import vn.ansinh.accounts.SessionEnd;
import vn.ansinh.accounts.SigningIn;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.Together;
import vn.ansinh.audit.Actor;
import vn.ansinh.platform.VietnamTime;

/** What is declared is carried out, once, and what follows from it. */
class StoppingEndsTest extends StoppingTest {

  @Test
  void a_declaration_closes_the_account_after_seven_days_and_frees_its_contacts() {
    declare(lan);
    clock.advance(WEEK.minusMinutes(1));
    ends.runNow();
    assertThat(accounts.exists(lan.who().id())).as("until the last minute").isTrue();
    var cookie = arrivals.arrive(lan.who(), OWN, Somebody.anyDevice()).cookieValue();
    clock.advance(Duration.ofMinutes(1));
    ends.runNow();
    ends.runNow();

    assertThat(accounts.exists(lan.who().id())).isFalse();
    assertThat(accounts.find(lan.who().id())).isEmpty();
    assertThat(sessions.ending(cookie)).hasValue(SessionEnd.CLOSED);
    assertThat(letterBox.closingNotices(lan.who().id())).hasSize(2).last().isEqualTo("closed");
    assertThat(letterBox.toldOfClosing(lan.who().id()))
        .containsExactly(Contact.phone(lan.who().phone()), Contact.email(lan.who().email()));
    var minh = owner();
    assertThat(contacts.claim(minh.who().id(), Contact.phone(lan.who().phone()))).isTrue();
    assertThat(contacts.claim(minh.who().id(), Contact.email(lan.who().email()))).isTrue();
    assertThat(audited("USE_STOPPED")).isEqualTo(1);
    assertThat(audited("ACCOUNT_CLOSED")).isEqualTo(1);
  }

  @Test
  void only_the_right_password_learns_that_there_was_an_account() {
    close(lan);
    assertThat(signIn.signIn(lan.who().number(), OWN, lan.who().device()))
        .isInstanceOf(SigningIn.Stopped.class);
    var nobody = Somebody.in(people);
    assertThat(signIn.signIn(lan.who().number(), "sai", Somebody.anyDevice()))
        .isEqualTo(signIn.signIn(nobody.number(), "sai", Somebody.anyDevice()));
  }

  @Test
  void a_forgotten_password_is_answered_as_for_nobody() {
    close(lan);
    var phone = lan.who().phone();
    var before = letterBox.newestCode(phone);
    var begun = recoveries.begin(lan.who().number(), Contact.phone(phone), Somebody.anyDevice());
    arrivals.lookAtRequests();
    assertThat(begun).isInstanceOf(Recovering.Begun.class);
    assertThat(letterBox.newestCode(phone)).as("no further code").isEqualTo(before);
  }

  @Test
  void who_has_stopped_may_register_again_with_the_same_contacts() {
    close(lan);
    accounts.open(
        lan.who().id(),
        lan.who().number(),
        List.of(Contact.phone(lan.who().phone()), Contact.email(lan.who().email())),
        VI,
        Actor.SYSTEM);
    assertThat(signIn.signIn(lan.who().number(), OWN, Somebody.anyDevice()))
        .as("the password of before is gone")
        .isInstanceOf(SigningIn.Wrong.class);
    var again = signedIn(lan.who());
    assertThat(sessions.current(again.started().cookieValue())).isPresent();
    assertThat(stoppings.waiting(lan.who().id())).isEmpty();
    close(again);
    assertThat(accounts.exists(lan.who().id())).as("and stop once more").isFalse();
  }

  @Test
  void a_day_further_away_is_waited_for() {
    var wanted = today().plusDays(30);
    declare(lan, wanted);
    assertThat(stoppings.waiting(lan.who().id()).orElseThrow().dueAt())
        .isEqualTo(wanted.atStartOfDay(VietnamTime.ZONE).toInstant());
  }

  @Test
  void cut_off_in_the_middle_nothing_has_happened_and_the_next_run_does_it() {
    declare(lan);
    clock.advance(WEEK);
    letterBox.closedNoticesFail(true);
    ends.runNow();
    assertThat(accounts.exists(lan.who().id())).isTrue();
    assertThat(stoppings.waiting(lan.who().id())).isPresent();
    letterBox.closedNoticesFail(false);
    ends.runNow();
    assertThat(accounts.exists(lan.who().id())).isFalse();
  }

  @Test
  void the_end_the_link_and_taking_it_back_at_once_have_one_winner() throws Exception {
    for (int round = 0; round < 5; round++) {
      var one = owner();
      declare(one);
      var link = letterBox.denial(one.who().id());
      clock.advance(WEEK);
      Together.run(
          24,
          i -> {
            switch (i % 3) {
              case 0 -> ends.runNow();
              case 1 -> stoppings.cancel(one.session());
              default -> denials.deny(link);
            }
            return i;
          });
      var closed = !accounts.exists(one.who().id());
      var told = letterBox.closingNotices(one.who().id());
      assertThat(told.stream().filter("closed"::equals).count()).isEqualTo(closed ? 1 : 0);
      assertThat(told.contains("cancelled") && closed).isFalse();
      assertThat(stoppings.waiting(one.who().id())).isEmpty();
      assertThat(contacts.holdsPhone(one.who().id(), one.who().phone())).isEqualTo(!closed);
    }
  }
}
