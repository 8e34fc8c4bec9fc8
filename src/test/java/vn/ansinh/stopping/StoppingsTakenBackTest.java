package vn.ansinh.stopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.SigningIn;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.audit.Actor;

/** A declaration to stop that comes to nothing. */
class StoppingsTakenBackTest extends StoppingTest {

  @Test
  void taking_it_back_is_told_with_the_link_that_freezes_the_account() {
    declare(lan);
    var before = letterBox.denial(lan.who().id());
    assertThat(stoppings.cancel(lan.session())).isTrue();
    var link = letterBox.denial(lan.who().id());
    assertThat(link).isNotEqualTo(before);
    assertThat(denials.deny(link)).isTrue();
    assertThat(signIn.signIn(lan.who().number(), OWN, lan.who().device()))
        .isInstanceOf(SigningIn.Frozen.class);
  }

  @Test
  void one_press_takes_it_back_until_the_end() {
    declare(lan);
    clock.advance(WEEK.minusSeconds(1));
    assertThat(stoppings.cancel(signedInAgain())).isTrue();
    assertThat(stoppings.cancel(lan.session())).as("once").isFalse();
    clock.advance(WEEK);
    ends.runNow();
    assertThat(accounts.exists(lan.who().id())).isTrue();
    assertThat(letterBox.closingNotices(lan.who().id())).last().isEqualTo("cancelled");
    assertThat(audited("STOPPING_CANCELLED")).isEqualTo(1);
    var kept = sql.sql("select content from stopping.declaration where person_id = :person");
    assertThat(kept.param("person", lan.who().id().value()).query(byte[].class).list())
        .as("what was said about the person")
        .containsOnlyNulls();
  }

  @Test
  void not_me_stops_it_and_freezes_the_account_also_weeks_later() {
    declare(lan, today().plusDays(60));
    clock.advance(Duration.ofDays(40));
    assertThat(denials.deny(letterBox.denial(lan.who().id()))).isTrue();
    assertThat(stoppings.waiting(lan.who().id())).isEmpty();
    clock.advance(Duration.ofDays(30));
    ends.runNow();
    assertThat(accounts.exists(lan.who().id())).isTrue();
    assertThat(signIn.signIn(lan.who().number(), OWN, lan.who().device()))
        .isInstanceOf(SigningIn.Frozen.class);
  }

  @Test
  void an_account_given_back_at_the_office_is_not_closed() {
    declare(lan);
    lostContacts.replace(lan.who().id(), Contact.phone(Somebody.anyPhone()), Actor.SYSTEM);
    assertThat(stoppings.waiting(lan.who().id())).isEmpty();
  }
}
