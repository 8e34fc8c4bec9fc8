package vn.ansinh.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.factors.Owner.OWN;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.accounts.Arrivals;
import vn.ansinh.accounts.Arriving;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Denials;
import vn.ansinh.accounts.FactorChange;
import vn.ansinh.accounts.LostContacts;
import vn.ansinh.accounts.NewDevices;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.accounts.Recoveries;
import vn.ansinh.accounts.Recovering;
import vn.ansinh.accounts.SecondFactors.Kind;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.SessionEnd;
import vn.ansinh.accounts.Sessions;
import vn.ansinh.accounts.SettingPassword;
import vn.ansinh.accounts.SignIn;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.StandIn;
import vn.ansinh.accounts.Together;
import vn.ansinh.audit.Actor;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

/** Ten codes on paper for the day the phone is gone. */
@LetterBoxTest
class RecoveryCodesTest {

  static final String WRONG = "BBBB-BBBB-BBBB";

  @Autowired RecoveryCodes codes;
  @Autowired Owner owner;
  @Autowired NewDevices newDevices;
  @Autowired Recoveries recoveries;
  @Autowired SignIn signIn;
  @Autowired Sessions sessions;
  @Autowired Denials denials;
  @Autowired LostContacts lostContacts;
  @Autowired SentSecrets letterBox;
  @Autowired Arrivals arrivals;
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
  void ten_are_shown_once_and_the_owner_is_told_everywhere() {
    assertThat(codes.left(lan.session())).isEmpty();
    assertThat(owner.instead(lan.somebody())).isEmpty();
    var made = make();
    assertThat(made).hasSize(10).doesNotHaveDuplicates();
    assertThat(made).allMatch(it -> it.matches("[B-Z]{4}-[B-Z]{4}-[B-Z]{4}"));
    assertThat(left()).isEqualTo(10);
    assertThat(owner.instead(lan.somebody())).containsExactly(Kind.RECOVERY_CODE);
    assertThat(told()).containsExactly(FactorChange.RECOVERY_CODES_MADE);
    assertThat(letterBox.factorNotices(lan.somebody().id()).getFirst().to())
        .containsExactlyInAnyOrder(
            Contact.phone(lan.somebody().phone()), Contact.email(lan.somebody().email()));
    assertThat(audited("RECOVERY_CODES_MADE")).isEqualTo(1);
  }

  @Test
  void a_wrong_password_makes_none() {
    assertThat(codes.make(lan.session(), "sai", lan.device()))
        .isInstanceOf(Reauthenticated.Wrong.class);
    assertThat(codes.left(lan.session())).isEmpty();
  }

  @Test
  void one_lets_a_new_device_in_however_it_is_typed_and_once() {
    var code = make().getFirst();
    var typed = " " + code.toLowerCase(Locale.ROOT).replace('-', ' ');
    assertThat(arrive(typed)).isInstanceOf(Arriving.Arrived.class);
    assertThat(sessions.ending(lan.started().cookieValue())).contains(SessionEnd.REPLACED);
    assertThat(arrive(code)).isEqualTo(new Arriving.Refused(new StandIn.Wrong(4)));
    assertThat(told()).contains(FactorChange.RECOVERY_CODE_USED);
    assertThat(letterBox.toldOfSignIn(lan.somebody().id())).as("as of any new device").hasSize(2);
    assertThat(left()).isEqualTo(9);
    assertThat(audited("SECOND_FACTOR_REFUSED")).isEqualTo(1);
  }

  @Test
  void twenty_who_type_the_same_code_at_once_use_it_up_once() throws Exception {
    var code = make().getFirst();
    var device = Somebody.anyDevice();
    var entries = Together.run(5, _ -> owner.entry(lan.somebody(), device));
    var answers =
        Together.run(
            20, i -> newDevices.redeem(entries.get(i % 5), Kind.RECOVERY_CODE, code, device));
    assertThat(answers).filteredOn(Arriving.Arrived.class::isInstance).hasSize(1);
    assertThat(left()).isEqualTo(9);
  }

  @Test
  void twenty_requests_for_a_new_password_use_the_same_code_up_once() throws Exception {
    var code = make().getFirst();
    var cookies =
        List.of(
            begin(Contact.phone(lan.somebody().phone())),
            begin(Contact.email(lan.somebody().email())));
    var answers = Together.run(20, i -> recoveries.redeem(cookies.get(i % 2), code));
    assertThat(answers).filteredOn(it -> it.isPresent()).hasSize(1);
  }

  @Test
  void new_ones_make_the_old_ones_void_and_few_are_said_to_be_few() {
    var old = make();
    var made = make();
    assertThat(arrive(old.getFirst())).isInstanceOf(Arriving.Refused.class);
    assertThat(codes.left(lan.session()).orElseThrow().few()).isFalse();
    for (var code : made.subList(0, 7)) {
      assertThat(arrive(code)).isInstanceOf(Arriving.Arrived.class);
    }
    assertThat(codes.left(lan.session()).orElseThrow().few()).isTrue();
    assertThat(reminders()).as("by phone and by mail").isEqualTo(2);
    arrive(made.get(7));
    assertThat(reminders()).as("with each further one").isEqualTo(4);
  }

  @Test
  void five_wrong_ones_close_the_way_for_a_quarter_of_an_hour() {
    var code = make().getFirst();
    for (int i = 0; i < 5; i++) {
      arrive(WRONG);
    }
    assertThat(arrive(code))
        .isInstanceOfSatisfying(
            Arriving.Refused.class, it -> assertThat(it.why()).isInstanceOf(StandIn.TooMany.class));
    clock.advance(Duration.ofMinutes(16));
    assertThat(arrive(code)).isInstanceOf(Arriving.Arrived.class);
  }

  @Test
  void r15_one_leads_to_a_new_password_when_the_phone_is_gone() {
    var code = make().getFirst();
    var cookie = begin(Contact.phone(lan.somebody().phone()));
    assertThat(recoveries.redeem(cookie, WRONG)).isEmpty();
    var ticket = recoveries.redeem(cookie, code).orElseThrow();
    assertThat(signIn.setFirstPassword(ticket, "gio mat cuoi thu", Somebody.anyDevice()))
        .isInstanceOf(SettingPassword.Set.class);
    assertThat(recoveries.redeem(cookie, code)).as("the request is used up").isEmpty();
    assertThat(told()).contains(FactorChange.RECOVERY_CODE_USED);
  }

  @Test
  void without_number_and_contact_that_fit_the_right_code_gets_the_answer_of_a_wrong_one() {
    var code = make().getFirst();
    var others = begin(Contact.email(Somebody.anyEmail()));
    assertThat(recoveries.redeem(others, code)).isEmpty();
    assertThat(recoveries.isOpen(others)).isTrue();
    assertThat(left()).isEqualTo(10);
    var own = begin(Contact.phone(lan.somebody().phone()));
    for (int i = 0; i < 5; i++) {
      assertThat(recoveries.redeem(own, WRONG)).isEmpty();
    }
    assertThat(recoveries.redeem(own, code)).as("five tries for a request").isEmpty();
  }

  @Test
  void what_strangers_type_at_a_forgotten_password_does_not_close_the_owners_way() {
    var code = make().getFirst();
    for (int request = 0; request < 4; request++) {
      var cookie = begin(Contact.phone(lan.somebody().phone()));
      for (int i = 0; i < 5; i++) {
        assertThat(recoveries.redeem(cookie, WRONG)).isEmpty();
      }
    }
    assertThat(audited("SECOND_FACTOR_REFUSED")).as("on the owner's trail").isEqualTo(20);
    assertThat(arrive(code)).isInstanceOf(Arriving.Arrived.class);
  }

  @Test
  void it_opens_also_where_strangers_have_used_up_what_is_sent_in_a_day() {
    var code = make().getFirst();
    for (int i = 0; i < 12; i++) {
      begin(Contact.phone(lan.somebody().phone()));
    }
    var before = letterBox.newestCode(lan.somebody().phone());
    var own = begin(Contact.phone(lan.somebody().phone()));
    assertThat(letterBox.newestCode(lan.somebody().phone())).as("none is sent").isEqualTo(before);
    assertThat(recoveries.redeem(own, code)).isPresent();
  }

  @Test
  void a_wrong_one_leaves_a_line_and_costs_the_same_where_nobody_fits() {
    make();
    var nobodys = begin(Contact.email(Somebody.anyEmail()));
    var lines = refusedLines();
    assertThat(recoveries.redeem(nobodys, WRONG)).isEmpty();
    assertThat(refusedLines()).isEqualTo(lines + 1);
    assertThat(audited("SECOND_FACTOR_REFUSED")).as("on nobody's trail").isZero();
  }

  private long refusedLines() {
    return sql.sql("select count(*) from audit.entry where action = 'SECOND_FACTOR_REFUSED'")
        .query(Long.class)
        .single();
  }

  @Test
  void whoever_used_the_account_may_have_made_them_so_freezing_makes_them_void() {
    var code = make().getFirst();
    var request = begin(Contact.phone(lan.somebody().phone()));
    assertThat(denials.deny(letterBox.denial(lan.somebody().id()))).isTrue();
    assertThat(recoveries.redeem(request, code)).isEmpty();
    var later = begin(Contact.email(lan.somebody().email()));
    assertThat(recoveries.redeem(later, code)).isEmpty();
    assertThat(audited("FACTORS_VOIDED")).isEqualTo(1);
    assertThat(codes.make(lan.session(), OWN, lan.device()))
        .as("by a page that was open")
        .isInstanceOf(Reauthenticated.Busy.class);
    assertThat(codes.left(lan.session())).isEmpty();
  }

  @Test
  void a_new_contact_at_the_office_makes_them_void() {
    make();
    lostContacts.replace(lan.somebody().id(), Contact.phone(Somebody.anyPhone()), Actor.SYSTEM);
    assertThat(codes.left(lan.session())).isEmpty();
  }

  private long reminders() {
    return sql.sql(
            """
            select count(*) from notifications.message
            where person_id = :id and kind = 'RECOVERY_CODES_FEW'
            """)
        .param("id", lan.somebody().id().value())
        .query(Long.class)
        .single();
  }

  private List<String> make() {
    return ((Reauthenticated.Done<List<String>>) codes.make(lan.session(), OWN, lan.device()))
        .result();
  }

  private int left() {
    return codes.left(lan.session()).orElseThrow().left();
  }

  private Arriving arrive(String code) {
    return owner.arrive(lan.somebody(), Kind.RECOVERY_CODE, code);
  }

  private String begin(Contact to) {
    var begun = recoveries.begin(lan.somebody().number(), to, Somebody.anyDevice());
    arrivals.lookAtRequests();
    return ((Recovering.Begun) begun).cookieValue();
  }

  private List<FactorChange> told() {
    return letterBox.factorNotices(lan.somebody().id()).stream()
        .map(SentSecrets.FactorNotice::what)
        .toList();
  }

  private long audited(String action) {
    return sql.sql("select count(*) from audit.entry where person_id = :id and action = :action")
        .param("id", lan.somebody().id().value())
        .param("action", action)
        .query(Long.class)
        .single();
  }
}
