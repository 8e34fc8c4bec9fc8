package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import vn.ansinh.platform.PersonId;

@SpringBootTest
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
