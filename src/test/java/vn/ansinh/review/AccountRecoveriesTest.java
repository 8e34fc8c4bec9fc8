package vn.ansinh.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.accounts.Account;
import vn.ansinh.accounts.AccountStatus;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Contacts;
import vn.ansinh.accounts.Denials;
import vn.ansinh.accounts.Recoveries;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.SessionEnd;
import vn.ansinh.accounts.Sessions;
import vn.ansinh.accounts.SettingPassword;
import vn.ansinh.accounts.SignIn;
import vn.ansinh.accounts.SigningIn;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.StartedSession;
import vn.ansinh.accounts.Together;
import vn.ansinh.audit.Actor;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.people.People;
import vn.ansinh.people.Placed;
import vn.ansinh.people.Registered;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Officers;
import vn.ansinh.staff.Role;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestStaff;

/** Somebody who has lost every contact, and two officers (ADR 19). */
@LetterBoxTest
class AccountRecoveriesTest {

  static final String OWN = "chieu mua ben song";
  static final String NEW = "gio thoi mat ruoi";

  @Autowired AccountRecoveries recoveries;
  @Autowired AccountSearch search;
  @Autowired TestStaff staff;
  @Autowired Officers officers;
  @Autowired Offices offices;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired Contacts contacts;
  @Autowired Denials denials;
  @Autowired Recoveries forgotten;
  @Autowired SignIn signIn;
  @Autowired Sessions sessions;
  @Autowired SentSecrets letterBox;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  String office;
  Officer counter;
  Officer reviewer;
  Somebody lan;
  StartedSession session;
  String phone;

  @BeforeEach
  void somebody_with_an_own_password_and_two_officers() {
    office = RecoveryOffice.in(staff, offices);
    counter = staff.officer(office, Role.INTAKE);
    reviewer = staff.officer(office, Role.REVIEWER);
    lan = resident();
    session = withOwnPassword(lan);
    phone = Somebody.anyPhone();
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
    letterBox.withoutSms(false);
  }

  @Test
  void one_officer_proposes_another_confirms_and_the_person_sets_a_new_password() {
    assertThat(search.find(lan.number(), counter)).isInstanceOf(FoundAccount.Found.class);
    var id = proposed(Contact.phone(phone));
    assertThat(account().phone()).as("nothing yet").isEqualTo(lan.phone());
    assertThat(recoveries.confirm(id, reviewer)).isInstanceOf(Recovering.Done.class);

    assertThat(account().contacts()).containsExactly(Contact.phone(phone));
    assertThat(account().status()).isEqualTo(AccountStatus.AWAITING_FIRST_SIGN_IN);
    assertThat(letterBox.firstPasswordWentTo(lan.id())).isEqualTo(Contact.phone(phone));
    assertThat(sessions.ending(session.cookieValue())).contains(SessionEnd.PASSWORD_CHANGED);
    assertThat(letterBox.contactNotices(lan.id()).getLast().to())
        .as("the old ones are told")
        .containsExactly(Contact.phone(lan.phone()), Contact.email(lan.email()));
    assertThat(signIn.signIn(lan.number(), OWN, lan.device()))
        .as("the old password is gone, on the known device too")
        .isInstanceOf(SigningIn.Wrong.class);
    var ticket =
        (SigningIn.MustSetPassword)
            signIn.signIn(lan.number(), letterBox.firstPassword(lan.id()), Somebody.anyDevice());
    assertThat(signIn.setFirstPassword(ticket.ticket(), NEW, Somebody.anyDevice()))
        .isInstanceOf(SettingPassword.Set.class);
    assertThat(contacts.claim(resident().id(), Contact.phone(lan.phone())))
        .as("the old phone is free")
        .isTrue();
    assertThat(audited("ACCOUNT_RECOVERY_PROPOSED")).isEqualTo(1);
    assertThat(audited("ACCOUNT_RECOVERY_CONFIRMED")).isEqualTo(1);
    assertThat(audited("LOST_CONTACTS_REPLACED")).isEqualTo(1);
  }

  @Test
  void nobody_confirms_alone_and_the_counter_does_not_confirm() {
    recoveries.propose(lan.id(), SeenPaper.PASSPORT, Contact.phone(phone), reviewer);
    var id = waiting(reviewer).id();
    assertThat(recoveries.confirm(id, reviewer)).isInstanceOf(Recovering.Yourself.class);
    assertThat(recoveries.confirm(id, counter)).isInstanceOf(Recovering.NotFound.class);
    assertThat(recoveries.refuse(id, counter)).isInstanceOf(Recovering.NotFound.class);
    assertThat(account().phone()).isEqualTo(lan.phone());
    assertThat(recoveries.confirm(id, staff.officer(office, Role.OFFICE_HEAD)))
        .isInstanceOf(Recovering.Done.class);
  }

  @Test
  void whom_another_office_serves_does_not_exist() {
    var stranger = staff.officer(staff.provincialOffice(), Role.OFFICE_HEAD);
    assertThat(search.find(lan.number(), stranger)).isInstanceOf(FoundAccount.Nobody.class);
    assertThat(recoveries.propose(lan.id(), SeenPaper.CITIZEN_CARD, Contact.phone(phone), stranger))
        .isInstanceOf(Recovering.NotFound.class);
    var id = proposed(Contact.phone(phone));
    assertThat(recoveries.waiting(stranger)).isEmpty();
    assertThat(recoveries.confirm(id, stranger)).isInstanceOf(Recovering.NotFound.class);
    var administrator = staff.officer(office, Role.ADMINISTRATOR);
    assertThat(search.find(lan.number(), administrator)).isInstanceOf(FoundAccount.Nobody.class);
    assertThat(recoveries.waiting(administrator)).isEmpty();
  }

  @Test
  void a_contact_of_somebody_else_is_refused_and_nothing_changes() {
    var minh = resident();
    var id = proposed(Contact.phone(minh.phone()));
    assertThat(recoveries.confirm(id, reviewer)).isInstanceOf(Recovering.Taken.class);
    assertThat(account().phone()).isEqualTo(lan.phone());
    assertThat(sessions.current(session.cookieValue())).isPresent();
    assertThat(recoveries.refuse(id, reviewer)).isInstanceOf(Recovering.Done.class);
    assertThat(recoveries.confirm(id, reviewer)).isInstanceOf(Recovering.NotFound.class);
  }

  @Test
  void of_many_who_confirm_at_once_one_does() throws Exception {
    var id = proposed(Contact.phone(phone));
    var head = staff.officer(office, Role.OFFICE_HEAD);
    var answers = Together.run(20, i -> recoveries.confirm(id, i % 2 == 0 ? reviewer : head));
    assertThat(answers).filteredOn(Recovering.Done.class::isInstance).hasSize(1);
    assertThat(audited("LOST_CONTACTS_REPLACED")).isEqualTo(1);
  }

  @Test
  void whoever_proposed_must_still_be_allowed_to() {
    var id = proposed(Contact.phone(phone));
    var administrator = staff.officer(office, Role.ADMINISTRATOR);
    officers.deactivate(counter.id(), administrator);
    assertThat(recoveries.confirm(id, reviewer)).isInstanceOf(Recovering.Overtaken.class);
  }

  @Test
  void a_proposal_dies_after_three_days_or_with_the_next_one_and_its_contact_is_erased() {
    var first = proposed(Contact.phone(phone));
    var second = proposed(Contact.email(lan.email()));
    assertThat(recoveries.confirm(first, reviewer)).isInstanceOf(Recovering.NotFound.class);
    clock.advance(AccountRecoveries.WAITS_FOR);
    assertThat(recoveries.waiting(counter)).isEmpty();
    assertThat(recoveries.confirm(second, reviewer)).isInstanceOf(Recovering.NotFound.class);
    recoveries.sweep();
    assertThat(
            sql.sql("select outcome from review.account_recovery where person_id = :p order by id")
                .param("p", lan.id().value())
                .query(String.class)
                .list())
        .containsExactly("OVERTAKEN", "EXPIRED");
    assertThat(audited("ACCOUNT_RECOVERY_OVERTAKEN")).isEqualTo(1);
    assertThat(audited("ACCOUNT_RECOVERY_EXPIRED")).isEqualTo(1);
    assertThat(
            sql.sql("select count(contact) from review.account_recovery where person_id = :p")
                .param("p", lan.id().value())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void an_old_contact_opens_nothing_any_more_not_even_what_was_begun_with_it() {
    var cookie = forgotten(lan);
    recoveries.confirm(proposed(Contact.phone(phone)), reviewer);
    assertThat(forgotten.isOpen(cookie)).isFalse();
  }

  @Test
  void whoever_still_reads_an_old_contact_can_say_that_was_not_me() {
    recoveries.confirm(proposed(Contact.phone(phone)), reviewer);
    assertThat(denials.deny(letterBox.denial(lan.id()))).isTrue();
    assertThat(signIn.signIn(lan.number(), letterBox.firstPassword(lan.id()), Somebody.anyDevice()))
        .isInstanceOf(SigningIn.Frozen.class);
  }

  @Test
  void where_no_sms_are_sent_a_phone_is_not_noted() {
    letterBox.withoutSms(true);
    assertThat(recoveries.propose(lan.id(), SeenPaper.CITIZEN_CARD, Contact.phone(phone), counter))
        .isInstanceOf(Recovering.Unreachable.class);
  }

  private UUID proposed(Contact contact) {
    assertThat(recoveries.propose(lan.id(), SeenPaper.CITIZEN_CARD, contact, counter))
        .isInstanceOf(Recovering.Proposed.class);
    return waiting(counter).id();
  }

  private AccountRecovery waiting(Officer officer) {
    return recoveries.waiting(officer).stream()
        .filter(it -> it.person().equals(lan.id()))
        .findFirst()
        .orElseThrow();
  }

  private String forgotten(Somebody who) {
    var begun =
        (vn.ansinh.accounts.Recovering.Begun)
            forgotten.begin(who.number(), Contact.email(who.email()), Somebody.anyDevice());
    sql.sql("update accounts.recovery set person_id = :p, request = null where request is not null")
        .param("p", who.id().value())
        .update();
    return begun.cookieValue();
  }

  private Account account() {
    return accounts.find(lan.id()).orElseThrow();
  }

  private Somebody resident() {
    while (true) {
      var person = Placed.in(RecoveryOffice.WARD);
      if (people.add(person, Actor.SYSTEM) instanceof Registered.Added(var id)) {
        var somebody =
            new Somebody(
                id, person, Somebody.anyPhone(), Somebody.anyEmail(), Somebody.anyDevice());
        accounts.open(
            id,
            somebody.number(),
            List.of(Contact.phone(somebody.phone()), Contact.email(somebody.email())),
            Locale.of("vi"),
            Actor.SYSTEM);
        return somebody;
      }
    }
  }

  private StartedSession withOwnPassword(Somebody who) {
    var answer = signIn.signIn(who.number(), letterBox.firstPassword(who.id()), who.device());
    return ((SettingPassword.Set)
            signIn.setFirstPassword(
                ((SigningIn.MustSetPassword) answer).ticket(), OWN, who.device()))
        .session();
  }

  private long audited(String action) {
    return sql.sql("select count(*) from audit.entry where action = :action and person_id = :id")
        .param("action", action)
        .param("id", lan.id().value())
        .query(Long.class)
        .single();
  }
}
