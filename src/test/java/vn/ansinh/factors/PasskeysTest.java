package vn.ansinh.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.factors.Owner.OWN;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.Denials;
import vn.ansinh.accounts.FactorChange;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.SessionEnd;
import vn.ansinh.accounts.Sessions;
import vn.ansinh.accounts.SettingPassword;
import vn.ansinh.accounts.SignIn;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.StartedSession;
import vn.ansinh.accounts.Together;
import vn.ansinh.audit.Actor;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

/** Signing in by finger or face alone, and what must not. */
@LetterBoxTest
class PasskeysTest {

  @Autowired Passkeys passkeys;
  @Autowired PasskeySignIn signInByKey;
  @Autowired Ceremonies ceremonies;
  @Autowired Owner owner;
  @Autowired SignIn signIn;
  @Autowired Sessions sessions;
  @Autowired Accounts accounts;
  @Autowired Denials denials;
  @Autowired SentSecrets letterBox;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;
  Owner.SignedIn lan;

  @BeforeEach
  void somebody_signed_in() {
    lan = owner.signedIn();
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  @Test
  void a_key_is_added_with_the_password_and_the_owner_is_told() {
    assertThat(passkeys.begin(lan.session(), "sai", lan.device()))
        .isInstanceOf(Reauthenticated.Wrong.class);
    var cookie = begin();
    var offer = passkeys.offered(lan.session(), cookie).orElseThrow();
    assertThat(offer.label()).doesNotContain(lan.somebody().number()).startsWith("BHXH");
    assertThat(offer.known()).isEmpty();
    var key = SoftPasskey.of(holder());
    assertThat(passkeys.add(lan.session(), cookie, "Máy của tôi", key.made(offer.challenge())))
        .isEqualTo(AddingPasskey.ADDED);
    assertThat(passkeys.of(lan.session())).extracting(Factor::name).containsExactly("Máy của tôi");
    assertThat(told()).containsExactly(FactorChange.PASSKEY_ADDED);
    assertThat(passkeys.offered(lan.session(), begin()).orElseThrow().known()).hasSize(1);
  }

  @Test
  void what_is_not_right_with_a_new_key_keeps_it_out() {
    var key = SoftPasskey.of(holder());
    assertThat(add(key.at("localhost", "https://evil.example"))).isEqualTo(AddingPasskey.REFUSED);
    assertThat(add(key.at("evil.example", "http://localhost:8080")))
        .isEqualTo(AddingPasskey.REFUSED);
    assertThat(add(key.unverified())).isEqualTo(AddingPasskey.REFUSED);
    var cookie = begin();
    var made = key.made(challenge(cookie));
    assertThat(passkeys.add(lan.session(), cookie, "Khác", key.made("AAAA")))
        .isEqualTo(AddingPasskey.REFUSED);
    assertThat(passkeys.add(lan.session(), cookie, "Khác", made))
        .as("a challenge is good once")
        .isEqualTo(AddingPasskey.OVER);
    for (var nonsense : new String[] {"", "{}", "[]", "x".repeat(20_000), "{\"id\":\"é\"}"}) {
      assertThat(passkeys.add(lan.session(), begin(), "Khác", nonsense))
          .isEqualTo(AddingPasskey.REFUSED);
    }
    assertThat(add(key)).isEqualTo(AddingPasskey.ADDED);
    assertThat(add(key)).as("a second time").isEqualTo(AddingPasskey.REFUSED);
  }

  @Test
  void a_key_is_added_in_the_session_that_showed_the_password_within_five_minutes() {
    var key = SoftPasskey.of(holder());
    var cookie = begin();
    var made = key.made(challenge(cookie));
    assertThat(passkeys.add(owner.signedIn().session(), cookie, "Khác", made))
        .isEqualTo(AddingPasskey.OVER);
    assertThat(passkeys.offered(owner.signedIn().session(), cookie)).isEmpty();
    clock.advance(Duration.ofMinutes(6));
    assertThat(passkeys.offered(lan.session(), cookie)).isEmpty();
    assertThat(passkeys.add(lan.session(), cookie, "Khác", made)).isEqualTo(AddingPasskey.OVER);
    ceremonies.sweep();
    assertThat(
            sql.sql("select count(*) from factors.ceremony where session_id = :id")
                .param("id", lan.session().id())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void r14_it_signs_in_alone_and_the_first_device_is_signed_out_and_told() {
    var key = added();
    var device = Somebody.anyDevice();
    var started = enter(key, device).orElseThrow();
    assertThat(sessions.current(started.cookieValue())).isPresent();
    assertThat(sessions.ending(lan.started().cookieValue())).contains(SessionEnd.REPLACED);
    assertThat(letterBox.toldOfSignIn(lan.somebody().id())).hasSize(2);
    assertThat(passkeys.of(lan.session()).getFirst().lastUsedAt()).isNotNull();
    assertThat(denials.denyReplacement(lan.started().cookieValue()))
        .as("the first device may say it was not its owner")
        .isTrue();
    assertThat(enter(key, device)).isEmpty();
  }

  @Test
  void what_is_signed_for_another_site_another_challenge_or_without_a_finger_opens_nothing() {
    var key = added();
    assertThat(enter(key.at("localhost", "https://evil.example"), Somebody.anyDevice())).isEmpty();
    assertThat(enter(key.at("evil.example", "http://localhost:8080"), Somebody.anyDevice()))
        .isEmpty();
    assertThat(enter(key.unverified(), Somebody.anyDevice())).isEmpty();
    var first = challengeForAll();
    var other = challengeForAll();
    assertThat(signInByKey.enter(first.cookie(), key.signed(other.challenge()), lan.device()))
        .isEmpty();
    assertThat(sessions.current(lan.started().cookieValue())).as("as it was").isPresent();
  }

  @Test
  void what_was_signed_once_opens_nothing_again_however_many_send_it() throws Exception {
    var key = added();
    var begun = challengeForAll();
    var signed = key.signed(begun.challenge());
    var device = Somebody.anyDevice();
    var answers =
        Together.run(20, _ -> signInByKey.enter(begun.cookie(), signed, device).isPresent());
    assertThat(answers).filteredOn(it -> it).hasSize(1);
    var late = challengeForAll();
    clock.advance(Duration.ofMinutes(6));
    assertThat(signInByKey.enter(late.cookie(), key.signed(late.challenge()), device)).isEmpty();
  }

  @Test
  void a_key_of_somebody_else_or_of_nobody_opens_nothing() {
    var minh = owner.signedIn();
    added();
    var minhs = SoftPasskey.of(Passkeys.holder(minh.somebody().id()));
    assertThat(enter(minhs.of(holder(), 5), Somebody.anyDevice())).isEmpty();
    assertThat(enter(SoftPasskey.of(holder()), Somebody.anyDevice())).isEmpty();
    assertThat(enter(SoftPasskey.of(new byte[16]), Somebody.anyDevice())).isEmpty();
    assertThat(enter(SoftPasskey.of(new byte[3]), Somebody.anyDevice())).isEmpty();
  }

  @Test
  void a_key_that_counts_backwards_is_taken_away_and_its_owner_told() {
    var key = added();
    assertThat(enter(key, Somebody.anyDevice())).isPresent();
    var begun = challengeForAll();
    var copy = key.of(holder(), 1);
    assertThat(
            signInByKey.enter(
                begun.cookie(), copy.signedAgain(begun.challenge()), Somebody.anyDevice()))
        .isEmpty();
    assertThat(told()).endsWith(FactorChange.PASSKEY_COPIED);
    assertThat(passkeys.of(lan.session())).isEmpty();
    assertThat(enter(key, Somebody.anyDevice())).isEmpty();
  }

  @Test
  void freezing_and_a_first_password_from_the_office_close_the_way() {
    var key = added();
    accounts.renewFirstPassword(lan.somebody().id(), Channel.SMS, Actor.SYSTEM);
    assertThat(enter(key, lan.device())).as("no password of one's own").isEmpty();
    lan = owner.signedIn();
    var other = added();
    denials.deny(letterBox.denial(lan.somebody().id()));
    assertThat(passkeys.of(lan.session())).isEmpty();
    assertThat(enter(other, lan.device())).isEmpty();
  }

  @Test
  void whoever_forgot_the_password_sets_a_new_one_with_the_key() {
    var key = added();
    var begun = challengeForAll();
    var ticket = signInByKey.ticket(begun.cookie(), key.signed(begun.challenge())).orElseThrow();
    assertThat(signIn.setFirstPassword(ticket, "gio mat cuoi thu", lan.device()))
        .isInstanceOf(SettingPassword.Set.class);
    assertThat(signInByKey.ticket(begun.cookie(), key.signed(begun.challenge()))).isEmpty();
  }

  @Test
  void keys_are_renamed_and_removed_by_their_owner_only() {
    var key = added();
    var id = passkeys.of(lan.session()).getFirst().id();
    var stranger = owner.signedIn();
    assertThat(passkeys.rename(stranger.session(), id, "Khác")).isFalse();
    assertThat(passkeys.remove(stranger.session(), id, OWN, stranger.device()))
        .isEqualTo(new Reauthenticated.Done<>(false));
    assertThat(passkeys.rename(lan.session(), id, "Máy mới")).isTrue();
    assertThat(passkeys.of(lan.session())).extracting(Factor::name).containsExactly("Máy mới");
    assertThat(passkeys.remove(lan.session(), id, OWN, lan.device()))
        .isEqualTo(new Reauthenticated.Done<>(true));
    assertThat(told()).endsWith(FactorChange.PASSKEY_REMOVED);
    assertThat(enter(key, lan.device())).isEmpty();
  }

  private SoftPasskey added() {
    var key = SoftPasskey.of(holder());
    assertThat(add(key)).isEqualTo(AddingPasskey.ADDED);
    return key;
  }

  private AddingPasskey add(SoftPasskey key) {
    var cookie = begin();
    return passkeys.add(lan.session(), cookie, "Máy của tôi", key.made(challenge(cookie)));
  }

  private String begin() {
    return ((Reauthenticated.Done<Optional<String>>)
            passkeys.begin(lan.session(), OWN, lan.device()))
        .result()
        .orElseThrow();
  }

  private String challenge(String cookie) {
    return passkeys.offered(lan.session(), cookie).orElseThrow().challenge();
  }

  private Optional<StartedSession> enter(SoftPasskey key, vn.ansinh.accounts.Device device) {
    var begun = challengeForAll();
    return signInByKey.enter(begun.cookie(), key.signed(begun.challenge()), device);
  }

  private PasskeyChallenge.Begun challengeForAll() {
    return (PasskeyChallenge.Begun) signInByKey.begin("net-" + lan.somebody().number());
  }

  private byte[] holder() {
    return Passkeys.holder(lan.somebody().id());
  }

  private List<FactorChange> told() {
    return letterBox.factorNotices(lan.somebody().id()).stream()
        .map(SentSecrets.FactorNotice::what)
        .toList();
  }
}
