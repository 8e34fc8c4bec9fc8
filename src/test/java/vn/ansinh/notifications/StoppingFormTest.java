package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Sessions;
import vn.ansinh.accounts.SettingPassword;
import vn.ansinh.accounts.SignIn;
import vn.ansinh.accounts.SigningIn;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Purpose;
import vn.ansinh.consents.Said;
import vn.ansinh.notifications.Content.Enclosure;
import vn.ansinh.people.People;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.stopping.StopWish;
import vn.ansinh.stopping.Stoppings;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

/** Whoever stops has Form 01 by e-mail if they want it and agree, and not a moment longer. */
@LetterBoxTest
class StoppingFormTest {

  static final String OWN = "chieu mua ben song";
  static final Locale VI = Locale.of("vi");
  static final Said SAID = new Said(Place.STOPPING, "Chrome, Android", "vi");

  @Autowired Stoppings stoppings;
  @Autowired Consents consents;
  @Autowired Enclosures enclosures;
  @Autowired DemoStore demo;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired SignIn signIn;
  @Autowired Sessions sessions;
  @Autowired SentSecrets letterBox;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  Somebody lan;
  CitizenSession session;

  @BeforeEach
  void somebody_signed_in() {
    clock.reset();
    lan = Somebody.withAccount(people, accounts);
    var first = letterBox.firstPassword(lan.id());
    var asked = (SigningIn.MustSetPassword) signIn.signIn(lan.number(), first, lan.device());
    var set = (SettingPassword.Set) signIn.setFirstPassword(asked.ticket(), OWN, lan.device());
    session = sessions.current(set.session().cookieValue()).orElseThrow();
  }

  @Test
  void who_ticks_and_agrees_gets_it_until_the_consent_is_withdrawn() throws Exception {
    consents.give(lan.id(), Purpose.FORM_BY_EMAIL, 1, SAID);
    declare(true);
    assertThat(mails()).containsExactly("EMAIL");
    assertThat(expiry()).isEqualTo(stoppings.waiting(lan.id()).orElseThrow().dueAt());
    assertThat(leaves()).isInstanceOf(Handing.HandedOver.class);
    var person = lan.id().value();
    assertThat(enclosures.isWanted(Enclosure.STOP_FORM_01, person)).isTrue();
    assertThat(new String(enclosures.open(Enclosure.STOP_FORM_01, person).bytes(), 0, 5))
        .isEqualTo("%PDF-");
    consents.withdraw(lan.id(), Purpose.FORM_BY_EMAIL, SAID);
    assertThat(enclosures.isWanted(Enclosure.STOP_FORM_01, person)).as("it waits").isFalse();
    assertThat(leaves()).isInstanceOf(Handing.Unwanted.class);
    consents.give(lan.id(), Purpose.FORM_BY_EMAIL, 1, SAID);
    stoppings.cancel(session);
    assertThat(enclosures.isWanted(Enclosure.STOP_FORM_01, person)).as("taken back").isFalse();
    assertThat(leaves()).isInstanceOf(Handing.Unwanted.class);
  }

  @Test
  void a_tick_alone_mails_nothing() {
    declare(true);
    assertThat(mails()).isEmpty();
  }

  @Test
  void consent_alone_mails_nothing() {
    consents.give(lan.id(), Purpose.FORM_BY_EMAIL, 1, SAID);
    declare(false);
    assertThat(mails()).isEmpty();
  }

  private void declare(boolean formByEmail) {
    var wish = new StopWish("OTHER", "", VietnamTime.today(clock), formByEmail);
    stoppings.begin(session, wish, OWN, lan.device(), VI);
    stoppings.confirm(session, letterBox.newestCode(lan.phone()));
    assertThat(stoppings.waiting(lan.id())).isPresent();
  }

  /** What becomes of the mail in the demo's outbox, if it is its turn now. */
  private Handing leaves() {
    var mail =
        new Outgoing(
            Ids.next(),
            MessageKind.STOPPING_FORM,
            lan.id().value(),
            lan.id(),
            VI,
            1,
            "an@example.vn",
            Content.mail("Tờ khai", "Kèm theo thư này").with(Enclosure.STOP_FORM_01),
            null);
    var transport = new DemoTransport(Channel.EMAIL, demo, enclosures, clock);
    return new Answers(transport).hand(List.of(mail)).getFirst();
  }

  private Instant expiry() {
    return sql.sql(
            """
            select expires_at from notifications.message
            where person_id = :person and kind = 'STOPPING_FORM'
            """)
        .param("person", lan.id().value())
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  private List<String> mails() {
    return sql.sql(
            """
            select channel from notifications.message
            where person_id = :person and kind = 'STOPPING_FORM'
            """)
        .param("person", lan.id().value())
        .query(String.class)
        .list();
  }
}
