package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.people.People;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

/** Lan is signed in and wants another phone or e-mail address. */
@LetterBoxTest
abstract class ContactOwner {

  static final String OWN = "chieu mua ben song";
  static final Locale VI = Locale.of("vi");
  static final Duration BRAKE = Duration.ofHours(24);

  @Autowired ContactChanges changes;
  @Autowired ContactEffects effects;
  @Autowired Contacts contacts;
  @Autowired SignIn signIn;
  @Autowired Sessions sessions;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired TestClock clock;

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

  void brake(Owner owner, String wanted) {
    begin(owner, Contact.phone(wanted));
    confirmNew(owner, letterBox.newestCode(wanted));
    assertThat(changes.brake(owner.session())).isTrue();
  }

  ChangingContact begin(Owner owner, Contact wanted) {
    return changes.begin(owner.session(), OWN, wanted, owner.who().device(), VI);
  }

  ConfirmingContact confirmNew(Owner owner, String code) {
    return changes.confirmNew(owner.session(), code, VI, owner.who().device().network());
  }

  String phoneOf(Owner owner) {
    return accounts.find(owner.who().id()).orElseThrow().phone();
  }

  Owner owner() {
    return ownerWith(List.of(Channel.SMS, Channel.EMAIL));
  }

  Owner ownerWith(List<Channel> channels) {
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
}
