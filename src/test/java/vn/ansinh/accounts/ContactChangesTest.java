package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Another phone or e-mail address, with a code to the new and one to the old (ADR 19). */
class ContactChangesTest extends ContactOwner {

  @Autowired JdbcClient sql;
  @Autowired ContactSettings settings;

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

  private Device device() {
    return lan.who().device();
  }

  private static String wrong(String code) {
    return code.equals("000000") ? "111111" : "000000";
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
