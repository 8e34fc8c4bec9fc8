package vn.ansinh.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.factors.Owner.OWN;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.accounts.Arrivals;
import vn.ansinh.accounts.Arriving;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.Denials;
import vn.ansinh.accounts.FactorChange;
import vn.ansinh.accounts.NewDevices;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.accounts.SecondFactors.Kind;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.StandIn;
import vn.ansinh.accounts.Together;
import vn.ansinh.datarights.Downloading;
import vn.ansinh.datarights.Downloads;
import vn.ansinh.datarights.TakenData;
import vn.ansinh.platform.Secrets;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;
import vn.ansinh.totp.AppKey;
import vn.ansinh.totp.Totp;

/** Apps that show a code every thirty seconds. */
@LetterBoxTest
class AuthenticatorsTest {

  @Autowired Authenticators authenticators;
  @Autowired Downloads downloads;
  @Autowired Secrets secrets;
  @Autowired Owner owner;
  @Autowired NewDevices newDevices;
  @Autowired Arrivals arrivals;
  @Autowired Budgets budgets;
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
    sql.sql("delete from accounts.budget").update();
  }

  @Test
  void an_app_counts_once_its_first_code_was_right() {
    assertThat(offer(OWN)).isEqualTo(new Reauthenticated.Done<>(true));
    assertThat(owner.instead(lan.somebody())).isEmpty();
    assertThat(confirm("12")).isEqualTo(Confirming.WRONG);
    var key = authenticators.offered(lan.session()).orElseThrow();
    assertThat(key.uri()).startsWith("otpauth://totp/").contains(key.secret());
    assertThat(authenticators.confirm(lan.session(), "Điện thoại", code(key)))
        .isEqualTo(Confirming.ADDED);
    assertThat(authenticators.of(lan.session()))
        .singleElement()
        .satisfies(it -> assertThat(it.name()).isEqualTo("Điện thoại"))
        .satisfies(it -> assertThat(it.lastUsedAt()).isNull());
    assertThat(owner.instead(lan.somebody())).containsExactly(Kind.APP);
    assertThat(told()).containsExactly(FactorChange.AUTHENTICATOR_ADDED);
    assertThat(authenticators.offered(lan.session())).isEmpty();
  }

  @Test
  void a_wrong_password_offers_no_key_and_another_session_sees_none() {
    assertThat(offer("sai")).isInstanceOf(Reauthenticated.Wrong.class);
    assertThat(authenticators.offered(lan.session())).isEmpty();
    offer(OWN);
    assertThat(authenticators.offered(owner.signedIn().session())).isEmpty();
    clock.advance(Duration.ofMinutes(16));
    assertThat(authenticators.offered(lan.session())).isEmpty();
    authenticators.sweep();
    assertThat(
            sql.sql("select count(*) from factors.authenticator where person_id = :id")
                .param("id", lan.somebody().id().value())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void five_wrong_first_codes_take_the_key_away() {
    offer(OWN);
    var key = authenticators.offered(lan.session()).orElseThrow();
    for (int i = 0; i < 4; i++) {
      assertThat(confirm("000")).isEqualTo(Confirming.WRONG);
    }
    assertThat(confirm("000")).isEqualTo(Confirming.OVER);
    assertThat(confirm(code(key))).isEqualTo(Confirming.OVER);
  }

  @Test
  void its_code_lets_a_new_device_in_and_no_code_counts_twice() {
    var key = add("Máy của tôi");
    assertThat(arrive(code(key)))
        .as("the first code was used when the app was added")
        .isEqualTo(new Arriving.Refused(new StandIn.Used()));
    clock.advance(Duration.ofSeconds(30));
    var code = code(key);
    assertThat(arrive(code.substring(0, 3) + " " + code.substring(3)))
        .isInstanceOf(Arriving.Arrived.class);
    assertThat(arrive(code)).isEqualTo(new Arriving.Refused(new StandIn.Used()));
    assertThat(authenticators.of(lan.session()).getFirst().lastUsedAt()).isNotNull();
  }

  @Test
  void one_code_typed_twenty_times_at_once_lets_one_in() throws Exception {
    var key = add("Máy của tôi");
    clock.advance(Duration.ofSeconds(30));
    var device = Somebody.anyDevice();
    var entries = Together.run(5, _ -> owner.entry(lan.somebody(), device));
    var code = code(key);
    var answers =
        Together.run(20, i -> newDevices.redeem(entries.get(i % 5), Kind.APP, code, device));
    assertThat(answers).filteredOn(Arriving.Arrived.class::isInstance).hasSize(1);
  }

  @Test
  void guessing_is_closed_after_five() {
    var key = add("Máy của tôi");
    clock.advance(Duration.ofSeconds(30));
    for (int left = 4; left > 0; left--) {
      assertThat(arrive("12345")).isEqualTo(new Arriving.Refused(new StandIn.Wrong(left)));
    }
    arrive("12345");
    assertThat(arrive(code(key)))
        .isInstanceOfSatisfying(
            Arriving.Refused.class, it -> assertThat(it.why()).isInstanceOf(StandIn.TooMany.class));
  }

  @Test
  void s3_guesses_at_the_apps_of_many_make_them_rest_on_unknown_devices_for_a_day() {
    var key = add("Máy của tôi");
    var known = lan.device();
    clock.advance(Duration.ofSeconds(30));
    budgets.take(FactorGuesses.OF_STRANGERS, FactorGuesses.ALL, 3000 - 3);
    assertThat(owner.instead(lan.somebody())).contains(Kind.APP);
    arrive(wrong(key));
    assertThat(arrive(code(key))).isEqualTo(new Arriving.Refused(new StandIn.Resting()));
    assertThat(owner.instead(lan.somebody())).as("not offered either").doesNotContain(Kind.APP);

    arrivals.arrive(lan.somebody(), OWN, Somebody.anyDevice());
    var entry = owner.entry(lan.somebody(), known);
    assertThat(newDevices.awaited(entry, known).orElseThrow().instead()).contains(Kind.APP);
    assertThat(newDevices.redeem(entry, Kind.APP, code(key), known))
        .isInstanceOf(Arriving.Arrived.class);
    clock.advance(Duration.ofDays(1));
    assertThat(arrive(code(key))).isInstanceOf(Arriving.Arrived.class);
  }

  @Test
  void s3_the_right_code_of_an_app_gives_back_what_was_mistyped_at_the_same_entry() {
    var key = add("Máy của tôi");
    clock.advance(Duration.ofSeconds(30));
    budgets.take(FactorGuesses.OF_STRANGERS, FactorGuesses.ALL, 3000 - 6);
    arrive(wrong(key));
    var device = Somebody.anyDevice();
    var entry = owner.entry(lan.somebody(), device);
    newDevices.redeem(entry, Kind.APP, wrong(key), device);
    assertThat(arrive(code(key))).isEqualTo(new Arriving.Refused(new StandIn.Resting()));
    budgets.giveBack(FactorGuesses.OF_STRANGERS, FactorGuesses.ALL, 3);
    assertThat(newDevices.redeem(entry, Kind.APP, code(key), device))
        .isInstanceOf(Arriving.Arrived.class);
    assertThat(budgets.used(FactorGuesses.OF_STRANGERS, FactorGuesses.ALL))
        .as("what was guessed elsewhere stays counted")
        .isEqualTo(3000 - 6);
  }

  @Test
  void s3_five_apps_make_nobody_easier_to_guess_and_a_stranger_closes_none_on_a_known_device() {
    var key = add("Máy 1");
    for (int i = 2; i <= 5; i++) {
      add("Máy " + i);
    }
    clock.advance(Duration.ofSeconds(30));
    var answers =
        IntStream.range(0, 8)
            .mapToObj(
                _ -> {
                  clock.advance(Duration.ofMinutes(16));
                  return arrive(wrong(key));
                })
            .toList();
    assertThat(answers.getFirst()).isEqualTo(new Arriving.Refused(new StandIn.Wrong(4)));
    assertThat(answers.get(6))
        .isInstanceOfSatisfying(
            Arriving.Refused.class, it -> assertThat(it.why()).isInstanceOf(StandIn.TooMany.class));
    assertThat(budgets.used(FactorGuesses.OF_STRANGERS, FactorGuesses.ALL)).isEqualTo(6 * 15);

    arrivals.arrive(lan.somebody(), OWN, Somebody.anyDevice());
    var entry = owner.entry(lan.somebody(), lan.device());
    assertThat(newDevices.redeem(entry, Kind.APP, code(key), lan.device()))
        .isInstanceOf(Arriving.Arrived.class);
  }

  @Test
  void s3_whoever_has_no_app_uses_up_nothing_of_those_who_have() {
    assertThat(arrive("123456")).isEqualTo(new Arriving.Refused(new StandIn.Wrong(4)));
    assertThat(budgets.used(FactorGuesses.OF_STRANGERS, FactorGuesses.ALL)).isZero();
  }

  @Test
  void s3_a_wrong_code_on_a_known_device_costs_the_others_nothing() {
    var key = add("Máy của tôi");
    budgets.take(FactorGuesses.OF_STRANGERS, FactorGuesses.ALL, 3000 - 3);
    arrivals.arrive(lan.somebody(), OWN, Somebody.anyDevice());
    var known = lan.device();
    newDevices.redeem(owner.entry(lan.somebody(), known), Kind.APP, wrong(key), known);
    assertThat(owner.instead(lan.somebody())).contains(Kind.APP);
  }

  private String wrong(AppKey key) {
    return code(key).startsWith("9") ? "000000" : "999999";
  }

  @Test
  void several_have_names_and_are_renamed_and_removed_by_their_owner_only() {
    add("Một");
    var second = add("Hai");
    var stranger = owner.signedIn();
    var id = authenticators.of(lan.session()).getLast().id();
    assertThat(authenticators.rename(stranger.session(), id, "Khác")).isFalse();
    assertThat(authenticators.remove(stranger.session(), id, OWN, stranger.device()))
        .isEqualTo(new Reauthenticated.Done<>(false));
    assertThat(authenticators.rename(lan.session(), id, "Ba")).isTrue();
    assertThat(authenticators.of(lan.session()))
        .extracting(Factor::name)
        .containsExactly("Một", "Ba");
    assertThat(authenticators.remove(lan.session(), id, "sai", lan.device()))
        .isInstanceOf(Reauthenticated.Wrong.class);
    assertThat(authenticators.remove(lan.session(), id, OWN, lan.device()))
        .isEqualTo(new Reauthenticated.Done<>(true));
    clock.advance(Duration.ofSeconds(30));
    assertThat(arrive(code(second))).isInstanceOf(Arriving.Refused.class);
    assertThat(told()).endsWith(FactorChange.AUTHENTICATOR_REMOVED);
  }

  @Test
  void there_are_five_at_most() {
    for (int i = 0; i < Authenticators.MOST; i++) {
      add("Máy " + i);
    }
    assertThat(offer(OWN)).isEqualTo(new Reauthenticated.Done<>(false));
  }

  @Test
  void freezing_makes_apps_and_offered_keys_void() {
    add("Máy của tôi");
    offer(OWN);
    var key = authenticators.offered(lan.session()).orElseThrow();
    denials.deny(letterBox.denial(lan.somebody().id()));
    assertThat(authenticators.of(lan.session())).isEmpty();
    assertThat(confirm(code(key))).isEqualTo(Confirming.OVER);
  }

  @Test
  void a_key_written_over_to_somebody_else_opens_nothing_there() {
    var key = add("Máy của tôi");
    clock.advance(Duration.ofSeconds(30));
    var victim = owner.signedIn();
    sql.sql(
            """
            insert into factors.authenticator
              (person_id, id, key, name, offered_at, added_at, last_step)
            select :victim, id, key, name, offered_at, added_at, 0
            from factors.authenticator where person_id = :lan
            """)
        .param("victim", victim.somebody().id().value())
        .param("lan", lan.somebody().id().value())
        .update();
    assertThatThrownBy(() -> owner.arrive(victim.somebody(), Kind.APP, code(key)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(arrive(code(key))).isInstanceOf(Arriving.Arrived.class);
  }

  @Test
  void one_sealed_before_keys_were_bound_to_persons_still_counts() {
    var key = add("Máy của tôi");
    clock.advance(Duration.ofSeconds(30));
    var id = authenticators.of(lan.session()).getFirst().id();
    sql.sql("update factors.authenticator set key = :key where id = :id")
        .param("key", secrets.seal(Base32.decode(key.secret()), Authenticators.KEY + id.value()))
        .param("id", id.value())
        .update();
    assertThat(arrive(code(key))).isInstanceOf(Arriving.Arrived.class);
  }

  @Test
  void its_owner_is_handed_its_name_and_never_its_key() throws Exception {
    var key = add("Máy của tôi");
    var held = ((Downloading.Granted) TakenData.of(downloads, lan.somebody().id())).held();
    var out = new java.io.ByteArrayOutputStream();
    downloads.write(held, out);
    assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8))
        .contains("Máy của tôi")
        .doesNotContain(key.secret(), key.secret().replace(" ", ""));
  }

  private AppKey add(String name) {
    offer(OWN);
    var key = authenticators.offered(lan.session()).orElseThrow();
    assertThat(authenticators.confirm(lan.session(), name, code(key))).isEqualTo(Confirming.ADDED);
    return key;
  }

  private Reauthenticated<Boolean> offer(String password) {
    return authenticators.offer(lan.session(), password, lan.device());
  }

  private Confirming confirm(String code) {
    return authenticators.confirm(lan.session(), "Máy", code);
  }

  private Arriving arrive(String code) {
    return owner.arrive(lan.somebody(), Kind.APP, code);
  }

  private String code(AppKey key) {
    return new Totp().code(Base32.decode(key.secret()), Totp.step(clock.instant()));
  }

  private List<FactorChange> told() {
    return letterBox.factorNotices(lan.somebody().id()).stream()
        .map(SentSecrets.FactorNotice::what)
        .toList();
  }
}
