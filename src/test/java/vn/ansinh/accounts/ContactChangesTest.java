package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.people.People;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

/** Another phone or e-mail address: two codes, or one code and a day to object (ADR 19). */
@LetterBoxTest
class ContactChangesTest {

  static final String OWN = "chieu mua ben song";
  static final Locale VI = Locale.of("vi");
  static final Duration BRAKE = Duration.ofHours(24);

  @Autowired ContactChanges changes;
  @Autowired ContactEffects effects;
  @Autowired Contacts contacts;
  @Autowired ContactSettings settings;
  @Autowired SignIn signIn;
  @Autowired Denials denials;
  @Autowired Recoveries recoveries;
  @Autowired Arrivals arrivals;
  @Autowired Sessions sessions;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  /** Somebody signed in. */
  record Owner(Somebody who, CitizenSession session) {}

  Owner lan;
  String phone;

  @BeforeEach
  void somebody_signed_in() {
    lan = owner();
    phone = Somebody.anyPhone();
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
    letterBox.withoutSms(false);
  }

  @Test
  void a_code_to_the_new_phone_and_one_to_the_old_change_it_at_once() {
    assertThat(begin(lan, Contact.phone(phone))).isInstanceOf(ChangingContact.Begun.class);
    assertThat(confirmNew(lan, letterBox.newestCode(phone)))
        .isInstanceOf(ConfirmingContact.AsksOld.class);
    assertThat(phoneOf(lan)).as("not yet").isEqualTo(lan.who().phone());
    assertThat(changes.confirmOld(lan.session(), letterBox.newestCode(lan.who().phone())))
        .isInstanceOf(ConfirmingContact.Changed.class);

    assertThat(phoneOf(lan)).isEqualTo(phone);
    assertThat(changes.open(lan.session())).isEmpty();
    assertThat(letterBox.contactNotices(lan.who().id()))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.takesEffectAt()).isNull();
              assertThat(it.to())
                  .containsExactly(
                      Contact.phone(lan.who().phone()), Contact.email(lan.who().email()));
            });
    var minh = owner();
    assertThat(contacts.claim(minh.who().id(), Contact.phone(lan.who().phone())))
        .as("the old one is free")
        .isTrue();
    assertThat(contacts.claim(minh.who().id(), Contact.phone(phone))).isFalse();
    assertThat(audited("CONTACT_CHANGED")).isEqualTo(1);
  }

  @Test
  void an_e_mail_address_likewise() {
    var email = Somebody.anyEmail();
    begin(lan, Contact.email(email));
    confirmNew(lan, letterBox.newestCode(email));
    changes.confirmOld(lan.session(), letterBox.newestCode(lan.who().email()));
    assertThat(accounts.find(lan.who().id()).orElseThrow().email()).isEqualTo(email);
  }

  @Test
  void who_has_no_e_mail_address_adds_one_with_a_code_to_the_phone() {
    var minh = ownerWith(List.of(Channel.SMS));
    var email = Somebody.anyEmail();
    begin(minh, Contact.email(email));
    confirmNew(minh, letterBox.newestCode(email));
    changes.confirmOld(minh.session(), letterBox.newestCode(minh.who().phone()));
    var account = accounts.find(minh.who().id()).orElseThrow();
    assertThat(account.contacts())
        .containsExactly(Contact.phone(minh.who().phone()), Contact.email(email));
  }

  @Test
  void the_password_comes_first_and_mistakes_count() {
    for (int left = 4; left > 0; left--) {
      assertThat(changes.begin(lan.session(), "sai", Contact.phone(phone), device(), VI))
          .isEqualTo(new ChangingContact.Wrong(left));
    }
    assertThat(changes.begin(lan.session(), "sai", Contact.phone(phone), device(), VI))
        .isInstanceOf(ChangingContact.TooMany.class);
    assertThat(letterBox.newestCode(phone)).isNull();
  }

  @Test
  void whose_phone_it_is_nobody_learns_without_its_code() {
    var minh = owner();
    var taken = Contact.phone(minh.who().phone());
    assertThat(begin(lan, taken)).isInstanceOf(ChangingContact.Begun.class);
    assertThat(confirmNew(lan, "x")).isInstanceOf(ConfirmingContact.NotYet.class);
    assertThat(confirmNew(lan, letterBox.newestCode(minh.who().phone())))
        .isInstanceOf(ConfirmingContact.Taken.class);
    assertThat(changes.open(lan.session())).isEmpty();
    assertThat(phoneOf(minh)).isEqualTo(minh.who().phone());
  }

  @Test
  void without_the_new_code_nothing_is_kept_from_others() {
    begin(lan, Contact.phone(phone));
    assertThat(contacts.claim(owner().who().id(), Contact.phone(phone))).isTrue();
    assertThat(confirmNew(lan, letterBox.newestCode(phone)))
        .isInstanceOf(ConfirmingContact.Taken.class);
  }

  @Test
  void a_lost_phone_is_announced_at_once_and_replaced_after_a_day() {
    brake(lan, phone);
    assertThat(letterBox.contactNotices(lan.who().id()))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.takesEffectAt()).isNotNull();
              assertThat(it.to()).hasSize(2);
            });
    assertThat(contacts.claim(owner().who().id(), Contact.phone(phone)))
        .as("kept for its owner meanwhile")
        .isFalse();

    clock.advance(BRAKE.minusMinutes(1));
    effects.runNow();
    assertThat(phoneOf(lan)).isEqualTo(lan.who().phone());
    clock.advance(Duration.ofMinutes(1));
    effects.runNow();
    assertThat(phoneOf(lan)).isEqualTo(phone);
    assertThat(letterBox.contactNotices(lan.who().id())).hasSize(2);
    assertThat(letterBox.contactNotices(lan.who().id()).getLast().takesEffectAt()).isNull();
    effects.runNow();
    assertThat(letterBox.contactNotices(lan.who().id())).as("told once").hasSize(2);
  }

  @Test
  void not_me_stops_it_and_freezes_the_account() {
    brake(lan, phone);
    assertThat(denials.deny(letterBox.denial(lan.who().id()))).isTrue();
    clock.advance(BRAKE);
    effects.runNow();
    assertThat(phoneOf(lan)).isEqualTo(lan.who().phone());
    assertThat(contacts.claim(owner().who().id(), Contact.phone(phone))).isTrue();
    assertThat(signIn.signIn(lan.who().number(), OWN, Somebody.anyDevice()))
        .isInstanceOf(SigningIn.Frozen.class);
  }

  @Test
  void a_password_set_anew_with_a_code_to_an_old_contact_stops_it() {
    brake(lan, phone);
    var begun =
        (Recovering.Begun)
            recoveries.begin(
                lan.who().number(), Contact.email(lan.who().email()), Somebody.anyDevice());
    arrivals.lookAtRequests();
    var code = letterBox.newestCode(lan.who().email());
    var ticket = recoveries.redeem(begun.cookieValue(), code).orElseThrow();
    assertThat(signIn.setFirstPassword(ticket, "gio thoi mat ruoi", Somebody.anyDevice()))
        .isInstanceOf(SettingPassword.Set.class);
    clock.advance(BRAKE);
    effects.runNow();
    assertThat(phoneOf(lan)).isEqualTo(lan.who().phone());
  }

  @Test
  void a_password_its_owner_changes_stops_it_as_well() {
    brake(lan, phone);
    assertThat(signIn.changePassword(lan.session(), OWN, "gio thoi mat ruoi", lan.who().device()))
        .isInstanceOf(ChangingPassword.Changed.class);
    clock.advance(BRAKE);
    effects.runNow();
    assertThat(phoneOf(lan)).isEqualTo(lan.who().phone());
  }

  @Test
  void a_session_guesses_twenty_times_a_day_from_whatever_networks() {
    for (int i = 0; i < 20; i++) {
      assertThat(
              changes.begin(lan.session(), "sai", Contact.phone(phone), Somebody.anyDevice(), VI))
          .isInstanceOf(ChangingContact.Wrong.class);
    }
    assertThat(changes.begin(lan.session(), OWN, Contact.phone(phone), Somebody.anyDevice(), VI))
        .isInstanceOf(ChangingContact.TooMany.class);
    assertThat(signIn.signIn(lan.who().number(), OWN, lan.who().device()))
        .as("its owner is not shut out")
        .isNotInstanceOf(SigningIn.TooMany.class);
  }

  @Test
  void the_owner_cancels_it_from_any_session() {
    brake(lan, phone);
    assertThat(begin(lan, Contact.email(Somebody.anyEmail())))
        .as("one at a time")
        .isInstanceOf(ChangingContact.Waiting.class);
    var later = new CitizenSession(java.util.UUID.randomUUID(), lan.who().id(), clock.instant());
    assertThat(changes.open(later)).containsInstanceOf(OpenChange.Braked.class);
    assertThat(changes.cancel(later)).isTrue();
    assertThat(changes.cancel(later)).isFalse();
    assertThat(contacts.claim(owner().who().id(), Contact.phone(phone))).isTrue();
    clock.advance(BRAKE);
    effects.runNow();
    assertThat(phoneOf(lan)).isEqualTo(lan.who().phone());
  }

  @Test
  void codes_count_only_in_the_session_that_showed_the_password() {
    begin(lan, Contact.phone(phone));
    var other = new CitizenSession(java.util.UUID.randomUUID(), lan.who().id(), clock.instant());
    assertThat(changes.confirmNew(other, letterBox.newestCode(phone), VI, "net"))
        .isInstanceOf(ConfirmingContact.Gone.class);
    assertThat(changes.sendAgain(other, VI, "net")).isEmpty();
    assertThat(changes.open(other)).isEmpty();
    confirmNew(lan, letterBox.newestCode(phone));
    assertThat(changes.brake(other)).isFalse();
    assertThat(changes.confirmOld(other, letterBox.newestCode(lan.who().phone())))
        .isInstanceOf(ConfirmingContact.Gone.class);
  }

  @Test
  void steps_keep_their_order_and_codes_their_step() {
    assertThat(changes.brake(lan.session())).isFalse();
    assertThat(changes.confirmOld(lan.session(), "123456"))
        .isInstanceOf(ConfirmingContact.Gone.class);
    begin(lan, Contact.phone(phone));
    assertThat(changes.brake(lan.session())).as("the new one is not confirmed").isFalse();
    var code = letterBox.newestCode(phone);
    confirmNew(lan, code);
    assertThat(confirmNew(lan, code)).isInstanceOf(ConfirmingContact.Gone.class);
    assertThat(changes.confirmOld(lan.session(), wrong(letterBox.newestCode(lan.who().phone()))))
        .isInstanceOf(ConfirmingContact.NotYet.class);
  }

  @Test
  void what_is_not_finished_in_half_an_hour_is_given_up() {
    begin(lan, Contact.phone(phone));
    confirmNew(lan, letterBox.newestCode(phone));
    clock.advance(settings.openFor());
    assertThat(changes.open(lan.session())).isEmpty();
    assertThat(changes.brake(lan.session())).isFalse();
    effects.runNow();
    assertThat(contacts.claim(owner().who().id(), Contact.phone(phone))).isTrue();
  }

  @Test
  void beginning_again_gives_back_what_was_confirmed_before() {
    begin(lan, Contact.phone(phone));
    confirmNew(lan, letterBox.newestCode(phone));
    begin(lan, Contact.phone(Somebody.anyPhone()));
    assertThat(contacts.claim(owner().who().id(), Contact.phone(phone))).isTrue();
  }

  @Test
  void five_changes_a_day_are_begun_at_most() {
    for (int i = 0; i < settings.perPerson(); i++) {
      assertThat(begin(lan, Contact.phone(Somebody.anyPhone())))
          .isInstanceOf(ChangingContact.Begun.class);
    }
    assertThat(begin(lan, Contact.phone(Somebody.anyPhone())))
        .isInstanceOf(ChangingContact.TooMany.class);
  }

  @Test
  void where_no_sms_are_sent_a_phone_cannot_be_confirmed() {
    letterBox.withoutSms(true);
    assertThat(begin(lan, Contact.phone(phone))).isInstanceOf(ChangingContact.Unreachable.class);
  }

  @Test
  void what_the_account_has_is_not_changed_to() {
    assertThat(begin(lan, Contact.phone(lan.who().phone())))
        .isInstanceOf(ChangingContact.Same.class);
  }

  @Test
  void the_new_contact_lies_nowhere_in_plain() {
    brake(lan, phone);
    var rows = sql.sql("select to_jsonb(c)::text from accounts.contact_change c");
    assertThat(rows.query(String.class).list())
        .isNotEmpty()
        .noneMatch(it -> it.contains(phone.substring(3)));
  }

  @Test
  void of_fifty_who_change_to_the_same_phone_at_once_one_gets_it() throws Exception {
    var owners = new ArrayList<Owner>();
    var codes = new ArrayList<String>();
    for (int i = 0; i < 50; i++) {
      var one = owner();
      // The hourly budget of the address would stop the ninth.
      sql.sql("delete from accounts.budget").update();
      assertThat(begin(one, Contact.phone(phone))).isInstanceOf(ChangingContact.Begun.class);
      owners.add(one);
      codes.add(letterBox.newestCode(phone));
    }
    clock.advance(Duration.ofSeconds(1));
    var answers = Together.run(50, i -> confirmNew(owners.get(i), codes.get(i)));
    assertThat(answers).filteredOn(ConfirmingContact.AsksOld.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(ConfirmingContact.Taken.class::isInstance).hasSize(49);
    assertThat(holders(phone)).isEqualTo(1);
  }

  @Test
  void effect_denial_cancelling_and_a_right_code_at_once_leave_one_phone_and_one_claim()
      throws Exception {
    for (int round = 0; round < 5; round++) {
      var one = owner();
      var wanted = Somebody.anyPhone();
      brake(one, wanted);
      clock.advance(BRAKE);
      var link = letterBox.denial(one.who().id());
      Together.run(
          24,
          i -> {
            switch (i % 3) {
              case 0 -> effects.runNow();
              case 1 -> changes.cancel(one.session());
              default -> denials.deny(link);
            }
            return i;
          });
      var kept = phoneOf(one);
      assertThat(kept).isIn(one.who().phone(), wanted);
      var other = kept.equals(wanted) ? one.who().phone() : wanted;
      assertThat(contacts.holdsPhone(one.who().id(), kept)).isTrue();
      assertThat(contacts.holdsPhone(one.who().id(), other)).isFalse();
      assertThat(changes.open(one.session())).isEmpty();
    }
  }

  @Test
  void one_that_does_not_open_keeps_no_other_waiting() {
    var broken = owner();
    brake(broken, Somebody.anyPhone());
    sql.sql("update accounts.contact_change set wanted = 'x' where person_id = :person")
        .param("person", broken.who().id().value())
        .update();
    brake(lan, phone);
    clock.advance(BRAKE);
    effects.runNow();
    assertThat(phoneOf(lan)).isEqualTo(phone);
    sql.sql("delete from accounts.contact_change where person_id = :person")
        .param("person", broken.who().id().value())
        .update();
  }

  private void brake(Owner owner, String wanted) {
    begin(owner, Contact.phone(wanted));
    confirmNew(owner, letterBox.newestCode(wanted));
    assertThat(changes.brake(owner.session())).isTrue();
  }

  private ChangingContact begin(Owner owner, Contact wanted) {
    return changes.begin(owner.session(), OWN, wanted, owner.who().device(), VI);
  }

  private ConfirmingContact confirmNew(Owner owner, String code) {
    return changes.confirmNew(owner.session(), code, VI, owner.who().device().network());
  }

  private Device device() {
    return lan.who().device();
  }

  private String phoneOf(Owner owner) {
    return accounts.find(owner.who().id()).orElseThrow().phone();
  }

  private static String wrong(String code) {
    return code.equals("000000") ? "111111" : "000000";
  }

  private Owner owner() {
    return ownerWith(List.of(Channel.SMS, Channel.EMAIL));
  }

  private Owner ownerWith(List<Channel> channels) {
    var somebody = Somebody.in(people);
    accounts.open(
        somebody.id(),
        somebody.number(),
        channels.stream()
            .map(
                it ->
                    it == Channel.SMS
                        ? Contact.phone(somebody.phone())
                        : Contact.email(somebody.email()))
            .toList(),
        VI,
        vn.ansinh.audit.Actor.SYSTEM);
    var first = letterBox.firstPassword(somebody.id());
    var answer = signIn.signIn(somebody.number(), first, somebody.device());
    var set =
        (SettingPassword.Set)
            signIn.setFirstPassword(
                ((SigningIn.MustSetPassword) answer).ticket(), OWN, somebody.device());
    var session = sessions.current(set.session().cookieValue()).orElseThrow();
    return new Owner(somebody, session);
  }

  private long holders(String wanted) {
    return sql.sql("select count(*) from accounts.phone_claim where phone_hash = :hash")
        .param("hash", seal.hashOfPhone(wanted))
        .query(Long.class)
        .single();
  }

  @Autowired SealedContacts seal;

  private long audited(String action) {
    return sql.sql("select count(*) from audit.entry where action = :action and person_id = :id")
        .param("action", action)
        .param("id", lan.who().id().value())
        .query(Long.class)
        .single();
  }
}
