package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.platform.PersonId;
import vn.ansinh.support.ApplicationTest;

@ApplicationTest
class ContactsTest {

  @Autowired Contacts contacts;
  final PersonId lan = PersonId.next();
  final PersonId minh = PersonId.next();

  @Test
  void a_phone_belongs_to_the_first_who_claims_it() {
    var phone = Somebody.anyPhone();
    assertThat(contacts.claim(lan, phone, null)).isInstanceOf(Claiming.Claimed.class);
    assertThat(contacts.claim(minh, phone, null)).isInstanceOf(Claiming.PhoneTaken.class);
  }

  @Test
  void claiming_again_what_one_holds_changes_nothing() {
    var phone = Somebody.anyPhone();
    var email = Somebody.anyEmail();
    assertThat(contacts.claim(lan, phone, email)).isInstanceOf(Claiming.Claimed.class);
    assertThat(contacts.claim(lan, phone, email)).isInstanceOf(Claiming.Claimed.class);
  }

  @Test
  void a_taken_email_leaves_the_phone_free() {
    var phone = Somebody.anyPhone();
    var email = Somebody.anyEmail();
    contacts.claim(lan, Somebody.anyPhone(), email);

    assertThat(contacts.claim(minh, phone, email)).isInstanceOf(Claiming.EmailTaken.class);
    assertThat(contacts.claim(PersonId.next(), phone, null)).isInstanceOf(Claiming.Claimed.class);
  }

  @Test
  void a_taken_email_does_not_take_away_a_phone_held_before() {
    var phone = Somebody.anyPhone();
    var email = Somebody.anyEmail();
    contacts.claim(lan, Somebody.anyPhone(), email);
    contacts.claim(minh, phone, null);

    assertThat(contacts.claim(minh, phone, email)).isInstanceOf(Claiming.EmailTaken.class);
    assertThat(contacts.claim(lan, phone, null)).isInstanceOf(Claiming.PhoneTaken.class);
  }

  @Test
  void released_contacts_can_be_claimed_by_others() {
    var phone = Somebody.anyPhone();
    var email = Somebody.anyEmail();
    contacts.claim(lan, phone, email);
    contacts.release(lan);
    assertThat(contacts.claim(minh, phone, email)).isInstanceOf(Claiming.Claimed.class);
  }

  @Test
  void moved_contacts_belong_to_the_person_found_to_be_the_same() {
    var phone = Somebody.anyPhone();
    var email = Somebody.anyEmail();
    contacts.claim(lan, phone, email);
    contacts.move(lan, minh);
    assertThat(contacts.claim(minh, phone, email)).isInstanceOf(Claiming.Claimed.class);
    assertThat(contacts.claim(lan, phone, null)).isInstanceOf(Claiming.PhoneTaken.class);
  }

  @Test
  void a_phone_only_named_keeps_others_who_name_it_away() {
    var phone = Somebody.anyPhone();
    assertThat(contacts.claimProvisionally(lan, phone, null)).isInstanceOf(Claiming.Claimed.class);
    assertThat(contacts.claimProvisionally(minh, phone, null))
        .isInstanceOf(Claiming.PhoneTaken.class);
    assertThat(contacts.claimProvisionally(lan, phone, null)).isInstanceOf(Claiming.Claimed.class);
  }

  @Test
  void whoever_confirms_a_phone_takes_it_from_those_who_only_named_it_and_keeps_it() {
    var phone = Somebody.anyPhone();
    contacts.claimProvisionally(lan, phone, null);
    assertThat(contacts.claim(minh, phone, null)).isInstanceOf(Claiming.Claimed.class);
    assertThat(contacts.holdsPhone(lan, phone)).isFalse();
    assertThat(contacts.holdsPhone(minh, phone)).isTrue();
    assertThat(contacts.claimProvisionally(lan, phone, null))
        .isInstanceOf(Claiming.PhoneTaken.class);
    assertThat(contacts.claim(lan, phone, null)).isInstanceOf(Claiming.PhoneTaken.class);
  }

  @Test
  void naming_again_what_one_has_confirmed_does_not_weaken_it() {
    var phone = Somebody.anyPhone();
    contacts.claim(lan, phone, null);
    contacts.claimProvisionally(lan, phone, null);
    assertThat(contacts.claim(minh, phone, null)).isInstanceOf(Claiming.PhoneTaken.class);
  }

  @Test
  void a_taken_email_takes_no_phone_from_anybody() {
    var phone = Somebody.anyPhone();
    var email = Somebody.anyEmail();
    contacts.claimProvisionally(lan, phone, null);
    contacts.claim(PersonId.next(), null, email);
    assertThat(contacts.claim(minh, phone, email)).isInstanceOf(Claiming.EmailTaken.class);
    assertThat(contacts.holdsPhone(lan, phone)).isTrue();
  }

  @Test
  void a_phone_only_named_is_given_back_when_an_account_is_opened() {
    var phone = Somebody.anyPhone();
    contacts.claimProvisionally(lan, phone, null);
    contacts.move(lan, minh);
    assertThat(contacts.holdsPhone(lan, phone)).isFalse();
    assertThat(contacts.holdsPhone(minh, phone)).isFalse();
  }

  @Test
  void of_fifty_who_confirm_a_named_phone_at_once_one_gets_it() throws Exception {
    var phone = Somebody.anyPhone();
    contacts.claimProvisionally(lan, phone, null);
    var answers =
        Together.run(
            50,
            i ->
                i % 2 == 0
                    ? contacts.claim(PersonId.next(), phone, null)
                    : contacts.claimProvisionally(PersonId.next(), phone, null));
    assertThat(answers).filteredOn(Claiming.Claimed.class::isInstance).hasSize(1);
    assertThat(contacts.holdsPhone(lan, phone)).isFalse();
  }

  @Test
  void of_fifty_who_claim_one_phone_at_once_one_gets_it() throws Exception {
    var phone = Somebody.anyPhone();
    var answers =
        Together.run(50, _ -> contacts.claim(PersonId.next(), phone, Somebody.anyEmail()));
    assertThat(answers).filteredOn(Claiming.Claimed.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Claiming.PhoneTaken.class::isInstance).hasSize(49);
  }

  @Test
  void of_fifty_who_claim_one_email_at_once_one_gets_it_and_no_phone_is_lost() throws Exception {
    var email = Somebody.anyEmail();
    var phones = java.util.stream.Stream.generate(Somebody::anyPhone).distinct().limit(50).toList();
    var answers = Together.run(50, i -> contacts.claim(PersonId.next(), phones.get(i), email));
    assertThat(answers).filteredOn(Claiming.Claimed.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Claiming.EmailTaken.class::isInstance).hasSize(49);
    var free =
        phones.stream()
            .filter(it -> contacts.claim(PersonId.next(), it, null) instanceof Claiming.Claimed);
    assertThat(free).hasSize(49);
  }
}
