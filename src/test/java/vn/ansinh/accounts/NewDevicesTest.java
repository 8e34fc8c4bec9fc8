package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.audit.Actor;
import vn.ansinh.people.People;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

/** Requirement R14, and the code a device has to show that the account does not know. */
@LetterBoxTest
class NewDevicesTest {

  static final String OWN = "chieu mua ben song";

  @Autowired SignIn signIn;
  @Autowired NewDevices newDevices;
  @Autowired Denials denials;
  @Autowired Sessions sessions;
  @Autowired Accounts accounts;
  @Autowired KnownDeviceStore devices;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired Arrivals arrivals;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;
  Somebody lan;
  StartedSession first;
  Device old;

  @BeforeEach
  void somebody_signed_in_on_their_phone() {
    lan = Somebody.withAccount(people, accounts);
    var answer = signIn.signIn(lan.number(), letterBox.firstPassword(lan.id()), lan.device());
    var ticket = ((SigningIn.MustSetPassword) answer).ticket();
    first = ((SettingPassword.Set) signIn.setFirstPassword(ticket, OWN, lan.device())).session();
    old = new Device("net-old", "Chrome, Android", first.deviceSecret());
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
    letterBox.withoutSms(false);
  }

  @Test
  void a_second_device_is_warned_of_the_first_which_stays_until_the_code_is_typed() {
    var device = Somebody.anyDevice();
    var answer = (SigningIn.NeedsCode) signIn.signIn(lan.number(), OWN, device);
    assertThat(answer.elsewhere()).isTrue();
    var awaited = newDevices.awaited(answer.entry(), device).orElseThrow();
    assertThat(awaited.elsewhere().orElseThrow().name()).isEqualTo(lan.device().name());
    assertThat(awaited.to()).isEqualTo(Contact.phone(lan.phone()));
    assertThat(awaited.code()).as("nothing is sent before the person goes on").isEmpty();
    assertThat(sessions.current(first.cookieValue())).isPresent();

    var id = sent(answer.entry(), device);
    var arrived =
        ((Arriving.Arrived) newDevices.redeem(answer.entry(), letterBox.code(id), device))
            .session();
    assertThat(sessions.current(first.cookieValue())).isEmpty();
    assertThat(sessions.ending(first.cookieValue())).contains(SessionEnd.REPLACED);
    assertThat(sessions.current(arrived.cookieValue())).isPresent();
  }

  @Test
  void an_unknown_device_needs_a_code_even_when_nobody_is_signed_in() {
    sessions.end(sessions.current(first.cookieValue()).orElseThrow());
    var answer = (SigningIn.NeedsCode) signIn.signIn(lan.number(), OWN, Somebody.anyDevice());
    assertThat(answer.elsewhere()).isFalse();
  }

  @Test
  void a_known_device_needs_none_but_warns_while_another_one_is_signed_in() {
    sessions.end(sessions.current(first.cookieValue()).orElseThrow());
    assertThat(signIn.signIn(lan.number(), OWN, old)).isInstanceOf(SigningIn.SignedIn.class);
    assertThat(signIn.signIn(lan.number(), OWN, old))
        .as("the same device again")
        .isInstanceOf(SigningIn.SignedIn.class);
    arrivals.arrive(lan, OWN, Somebody.anyDevice());
    assertThat(signIn.signIn(lan.number(), OWN, old))
        .isInstanceOfSatisfying(
            SigningIn.NeedsCode.class, it -> assertThat(it.elsewhere()).isTrue());
  }

  @Test
  void a_session_that_has_timed_out_is_no_other_device() {
    clock.advance(Duration.ofMinutes(31));
    assertThat(signIn.signIn(lan.number(), OWN, Somebody.anyDevice()))
        .isInstanceOfSatisfying(
            SigningIn.NeedsCode.class, it -> assertThat(it.elsewhere()).isFalse());
  }

  @Test
  void where_no_text_messages_are_sent_the_code_goes_by_mail() {
    letterBox.withoutSms(true);
    var device = Somebody.anyDevice();
    var entry = entry(device);
    assertThat(newDevices.awaited(entry, device).orElseThrow().to())
        .isEqualTo(Contact.email(lan.email()));
  }

  @Test
  void a_wrong_code_opens_nothing_and_leaves_the_first_device_alone() {
    var device = Somebody.anyDevice();
    var entry = entry(device);
    var right = letterBox.code(sent(entry, device));
    assertThat(newDevices.redeem(entry, right.equals("000000") ? "111111" : "000000", device))
        .isEqualTo(new Arriving.NotYet(new Redeeming.Wrong(4)));
    assertThat(sessions.current(first.cookieValue())).isPresent();
    assertThat(newDevices.redeem(entry, right, device)).isInstanceOf(Arriving.Arrived.class);
    assertThat(newDevices.redeem(entry, right, device)).isInstanceOf(Arriving.Gone.class);
  }

  @Test
  void a_code_without_the_right_password_before_it_opens_nothing() {
    var device = Somebody.anyDevice();
    var entry = entry(device);
    var code = letterBox.code(sent(entry, device));
    var forged = lan.id().value() + "." + "x".repeat(43);
    assertThat(newDevices.redeem(forged, code, device)).isInstanceOf(Arriving.Gone.class);
    assertThat(newDevices.send(forged, Locale.of("vi"), "net")).isEmpty();
    assertThat(newDevices.awaited(forged, device)).isEmpty();
  }

  @Test
  void after_a_quarter_of_an_hour_or_a_new_password_one_signs_in_again() {
    var device = Somebody.anyDevice();
    var entry = entry(device);
    var code = letterBox.code(sent(entry, device));
    accounts.renewFirstPassword(lan.id(), Channel.SMS, Actor.SYSTEM);
    assertThat(newDevices.redeem(entry, code, device)).isInstanceOf(Arriving.Gone.class);

    var minh = Somebody.withAccount(people, accounts);
    var ticket =
        ((SigningIn.MustSetPassword)
                signIn.signIn(minh.number(), letterBox.firstPassword(minh.id()), minh.device()))
            .ticket();
    signIn.setFirstPassword(ticket, OWN, minh.device());
    var late = ((SigningIn.NeedsCode) signIn.signIn(minh.number(), OWN, device)).entry();
    clock.advance(Duration.ofMinutes(15));
    assertThat(newDevices.awaited(late, device)).isEmpty();
    newDevices.sweep();
    assertThat(
            sql.sql("select count(*) from accounts.pending_entry where person_id = :id")
                .param("id", minh.id().value())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void one_code_typed_twenty_times_at_once_begins_one_session() throws Exception {
    var device = Somebody.anyDevice();
    var entry = entry(device);
    var code = letterBox.code(sent(entry, device));
    var answers = Together.run(20, _ -> newDevices.redeem(entry, code, device));
    assertThat(answers).filteredOn(Arriving.Arrived.class::isInstance).hasSize(1);
    assertThat(live()).isEqualTo(1);
  }

  @Test
  void r14_ten_thousand_sign_ins_at_once_leave_exactly_one_live_session_each() throws Exception {
    var people =
        Stream.generate(() -> Somebody.withAccount(this.people, accounts)).limit(8).toList();
    var begun = new AtomicInteger();
    Together.run(
        8,
        _ -> {
          for (int i = begun.getAndIncrement(); i < 10_000; i = begun.getAndIncrement()) {
            arrivals.withoutCode(people.get(ThreadLocalRandom.current().nextInt(8)));
          }
          return begun.get();
        });
    var sessions =
        sql.sql(
                """
                select count(*) as all_of_them, count(*) filter (where ended_at is null) as live
                from accounts.session where person_id in (:people) group by person_id
                """)
            .param("people", people.stream().map(it -> it.id().value()).toList())
            .query((row, _) -> new long[] {row.getLong("all_of_them"), row.getLong("live")})
            .list();
    assertThat(sessions).hasSize(8).allMatch(it -> it[1] == 1);
    assertThat(sessions.stream().mapToLong(it -> it[0]).sum()).isEqualTo(10_000);
  }

  @Test
  void the_owner_is_told_by_every_channel_and_the_link_freezes_the_account() {
    var stranger = arrivals.arrive(lan, OWN, Somebody.anyDevice());
    assertThat(letterBox.toldOfSignIn(lan.id()))
        .containsExactlyInAnyOrder(Contact.phone(lan.phone()), Contact.email(lan.email()));
    var link = letterBox.denial(lan.id());
    assertThat(denials.isOpen(link)).isTrue();
    assertThat(sessions.current(stranger.cookieValue())).as("looking freezes nothing").isPresent();

    assertThat(denials.deny(link)).isTrue();
    assertThat(sessions.current(stranger.cookieValue())).isEmpty();
    assertThat(sessions.ending(stranger.cookieValue())).contains(SessionEnd.DENIED);
    assertThat(signIn.signIn(lan.number(), OWN, old)).isInstanceOf(SigningIn.Frozen.class);
    assertThat(signIn.signIn(lan.number(), "wrong", old)).isInstanceOf(SigningIn.Wrong.class);
    assertThat(denials.deny(link)).as("a second time").isFalse();
    assertThat(audited("ACCOUNT_FROZEN")).isEqualTo(1);

    accounts.renewFirstPassword(lan.id(), Channel.SMS, Actor.SYSTEM);
    assertThat(signIn.signIn(lan.number(), letterBox.firstPassword(lan.id()), old))
        .as("a new password opens it again")
        .isInstanceOf(SigningIn.MustSetPassword.class);
  }

  @Test
  void freezing_stops_who_is_about_to_type_a_code() {
    arrivals.arrive(lan, OWN, Somebody.anyDevice());
    var device = Somebody.anyDevice();
    clock.advance(Duration.ofMinutes(10));
    var entry = entry(device);
    var code = letterBox.code(sent(entry, device));
    denials.deny(letterBox.denial(lan.id()));
    assertThat(newDevices.redeem(entry, code, device)).isInstanceOf(Arriving.Gone.class);
    assertThat(live()).isZero();
  }

  @Test
  void the_device_that_was_signed_out_can_freeze_too_and_for_a_week_only() {
    var stranger = arrivals.arrive(lan, OWN, Somebody.anyDevice());
    assertThat(denials.denyReplacement(stranger.cookieValue()))
        .as("who is signed in has been replaced by nobody")
        .isFalse();
    clock.advance(Duration.ofDays(8));
    assertThat(denials.denyReplacement(first.cookieValue())).isFalse();
    assertThat(denials.isOpen(letterBox.denial(lan.id()))).isFalse();
    clock.advance(Duration.ofDays(-2));
    assertThat(denials.denyReplacement(first.cookieValue())).isTrue();
    assertThat(sessions.current(stranger.cookieValue())).isEmpty();
  }

  @Test
  void links_that_are_none_freeze_nobody() {
    for (var forged : new String[] {"", "x", lan.id().value() + ".abc", "é".repeat(60)}) {
      assertThat(denials.deny(forged)).isFalse();
      assertThat(denials.denyReplacement(forged)).isFalse();
    }
    assertThat(sessions.current(first.cookieValue())).isPresent();
  }

  private String entry(Device device) {
    return ((SigningIn.NeedsCode) signIn.signIn(lan.number(), OWN, device)).entry();
  }

  private CodeId sent(String entry, Device device) {
    return ((Sending.Sent) newDevices.send(entry, Locale.of("vi"), device.network()).orElseThrow())
        .id();
  }

  private long live() {
    return sql.sql(
            "select count(*) from accounts.session where person_id = :id and ended_at is null")
        .param("id", lan.id().value())
        .query(Long.class)
        .single();
  }

  private long audited(String action) {
    return sql.sql("select count(*) from audit.entry where person_id = :id and action = :action")
        .param("id", lan.id().value())
        .param("action", action)
        .query(Long.class)
        .single();
  }
}
