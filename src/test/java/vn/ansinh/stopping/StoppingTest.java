package vn.ansinh.stopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Arrivals;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Contacts;
import vn.ansinh.accounts.Denials;
import vn.ansinh.accounts.LostContacts;
import vn.ansinh.accounts.Recoveries;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Sessions;
import vn.ansinh.accounts.SettingPassword;
import vn.ansinh.accounts.SignIn;
import vn.ansinh.accounts.SigningIn;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.StartedSession;
import vn.ansinh.datarights.Downloads;
import vn.ansinh.people.People;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

/** Somebody signed in, and what they do to stop. */
@LetterBoxTest
abstract class StoppingTest {

  static final String OWN = "chieu mua ben song";
  static final Locale VI = Locale.of("vi");
  static final Duration WEEK = Duration.ofDays(7);

  @Autowired Stoppings stoppings;
  @Autowired StoppingEnds ends;
  @Autowired Downloads downloads;
  @Autowired StoppingSettings settings;
  @Autowired Accounts accounts;
  @Autowired Contacts contacts;
  @Autowired SignIn signIn;
  @Autowired Sessions sessions;
  @Autowired Denials denials;
  @Autowired LostContacts lostContacts;
  @Autowired Recoveries recoveries;
  @Autowired Arrivals arrivals;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;

  /** Somebody signed in. */
  record Owner(Somebody who, StartedSession started, CitizenSession session) {}

  Owner lan;

  @BeforeEach
  void somebody_signed_in() {
    lan = owner();
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
    letterBox.withoutSms(false);
    letterBox.closedNoticesFail(false);
  }

  long rows() {
    return sql.sql("select count(*) from stopping.declaration where person_id = :person")
        .param("person", lan.who().id().value())
        .query(Long.class)
        .single();
  }

  long audited(String action) {
    return sql.sql(
            "select count(*) from audit.entry where action = :action and person_id = :person")
        .param("action", action)
        .param("person", lan.who().id().value())
        .query(Long.class)
        .single();
  }

  AskingToStop begin(Owner owner, LocalDate day) {
    return begin(owner, "ABROAD", day);
  }

  AskingToStop begin(Owner owner, String reason, LocalDate day) {
    var wish = new StopWish(reason, "Tôi đi xa", day, true);
    return stoppings.begin(owner.session(), wish, OWN, owner.who().device(), VI);
  }

  void declare(Owner owner) {
    declare(owner, today());
  }

  void declare(Owner owner, LocalDate day) {
    assertThat(begin(owner, day)).isInstanceOf(AskingToStop.Begun.class);
    assertThat(stoppings.confirm(owner.session(), code(owner)))
        .isInstanceOf(ConfirmingStop.Declared.class);
  }

  void close(Owner owner) {
    declare(owner);
    clock.advance(WEEK);
    ends.runNow();
  }

  String code(Owner owner) {
    return letterBox.newestCode(owner.who().phone());
  }

  LocalDate today() {
    return VietnamTime.today(clock);
  }

  /** The same person on another day, in another session. */
  CitizenSession signedInAgain() {
    var id = java.util.UUID.randomUUID();
    return new CitizenSession(id, lan.who().id(), clock.instant());
  }

  Owner owner() {
    return signedIn(Somebody.withAccount(people, accounts));
  }

  Owner signedIn(Somebody who) {
    var first = letterBox.firstPassword(who.id());
    var asked = (SigningIn.MustSetPassword) signIn.signIn(who.number(), first, who.device());
    var set = (SettingPassword.Set) signIn.setFirstPassword(asked.ticket(), OWN, who.device());
    var session = sessions.current(set.session().cookieValue()).orElseThrow();
    return new Owner(who, set.session(), session);
  }
}
