package vn.ansinh.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.staff.Role.ADMINISTRATOR;
import static vn.ansinh.staff.Role.REVIEWER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.staff.SignInStep.CodeUsed;
import vn.ansinh.staff.SignInStep.Expired;
import vn.ansinh.staff.SignInStep.Locked;
import vn.ansinh.staff.SignInStep.Next;
import vn.ansinh.staff.SignInStep.SignedIn;
import vn.ansinh.staff.SignInStep.Stage;
import vn.ansinh.staff.SignInStep.Weak;
import vn.ansinh.staff.SignInStep.Weakness;
import vn.ansinh.staff.SignInStep.Wrong;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestStaff;

@ApplicationTest
class StaffSignInTest {

  @Autowired StaffSignIn signIn;
  @Autowired StaffSessions sessions;
  @Autowired Officers officers;
  @Autowired TestStaff staff;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;
  @Autowired Traces traces;

  final Caller here = TestStaff.caller();
  String office;

  @BeforeEach
  void an_office() {
    clock.reset();
    office = staff.provincialOffice();
  }

  @Test
  void the_first_sign_in_enrols_a_generator_and_sets_a_password_of_ones_own() {
    var name = "can.bo." + TestStaff.random();
    var added = (OfficerChange.FirstPassword) staff.add(name, office, REVIEWER);

    var enrolling =
        (Next) signIn.withPassword("  " + name.toUpperCase() + " ", added.password(), here);
    assertThat(enrolling.stage()).isEqualTo(Stage.ENROLMENT);
    var enrolment = signIn.enrolment(enrolling.ticket()).orElseThrow();
    assertThat(enrolment.uri()).contains(enrolment.secret()).startsWith("otpauth://totp/AnSinh");

    var setting =
        (Next) signIn.enrol(enrolling.ticket(), TestStaff.code(enrolment, clock.instant()), here);
    assertThat(setting.stage()).isEqualTo(Stage.NEW_PASSWORD);
    assertThat(signIn.enrolment(setting.ticket())).isEmpty();
    var session =
        ((SignedIn) signIn.setPassword(setting.ticket(), TestStaff.PASSWORD, here)).session();

    assertThat(sessions.current(session).orElseThrow().userName()).isEqualTo(name);
    assertThat(signIn.withPassword(name, added.password(), here)).isInstanceOf(Wrong.class);
    assertThat(signIn.setPassword(setting.ticket(), TestStaff.PASSWORD, here))
        .isInstanceOf(Expired.class);
  }

  @Test
  void a_first_password_is_good_for_three_days() {
    var name = "can.bo." + TestStaff.random();
    var added = (OfficerChange.FirstPassword) staff.add(name, office, REVIEWER);
    clock.advance(Duration.ofHours(72).plusSeconds(1));
    assertThat(signIn.withPassword(name, added.password(), here)).isInstanceOf(Wrong.class);
  }

  @Test
  void later_sign_ins_ask_for_password_and_code() {
    var officer = staff.enrolledOfficer(office, REVIEWER);
    var next = (Next) signIn.withPassword(officer.userName(), TestStaff.PASSWORD, here);
    assertThat(next.stage()).isEqualTo(Stage.CODE);
    assertThat(signIn.stage(next.ticket())).contains(Stage.CODE);
    assertThat(signIn.withCode(next.ticket(), wrong(staff.code(officer)), here))
        .isInstanceOf(Wrong.class);
    assertThat(signIn.withCode(next.ticket(), staff.code(officer), here))
        .isInstanceOf(SignedIn.class);
    assertThat(signIn.withCode(next.ticket(), staff.code(officer), here))
        .isInstanceOf(Expired.class);
  }

  @Test
  void a_code_is_accepted_once() {
    var officer = staff.enrolledOfficer(office, REVIEWER);
    var code = staff.code(officer);
    assertThat(codeAfterPassword(officer, code)).isInstanceOf(SignedIn.class);
    assertThat(codeAfterPassword(officer, code)).isInstanceOf(CodeUsed.class);
    assertThat(codeAfterPassword(officer, staff.codeInStep(officer, 1)))
        .isInstanceOf(SignedIn.class);
    assertThat(codeAfterPassword(officer, code)).isInstanceOf(CodeUsed.class);
  }

  @Test
  void one_code_typed_twice_at_once_opens_one_session() throws Exception {
    var officer = staff.enrolledOfficer(office, REVIEWER);
    var code = staff.code(officer);
    var tickets = new ArrayList<String>();
    for (int i = 0; i < 4; i++) {
      tickets.add(
          ((Next) signIn.withPassword(officer.userName(), TestStaff.PASSWORD, here)).ticket());
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          threads.invokeAll(
              tickets.stream()
                  .map(it -> (Callable<SignInStep>) () -> signIn.withCode(it, code, here))
                  .toList());
      var opened = 0;
      for (var answer : answers) {
        opened += answer.get() instanceof SignedIn ? 1 : 0;
      }
      assertThat(opened).isEqualTo(1);
    }
  }

  @Test
  void a_code_two_steps_away_is_wrong() {
    var officer = staff.enrolledOfficer(office, REVIEWER);
    assertThat(codeAfterPassword(officer, staff.codeInStep(officer, 2))).isInstanceOf(Wrong.class);
    assertThat(codeAfterPassword(officer, "")).isInstanceOf(Wrong.class);
  }

  @Test
  void five_wrong_close_the_name_for_a_quarter_of_an_hour_even_for_the_right_password() {
    var officer = staff.enrolledOfficer(office, REVIEWER);
    for (int i = 0; i < 4; i++) {
      assertThat(signIn.withPassword(officer.userName(), "sai", here)).isInstanceOf(Wrong.class);
    }
    assertThat(signIn.withPassword(officer.userName(), "sai", here)).isInstanceOf(Locked.class);
    var locked = (Locked) signIn.withPassword(officer.userName(), TestStaff.PASSWORD, here);
    assertThat(Duration.between(clock.instant(), locked.until()).toMinutes()).isBetween(14L, 15L);
    clock.advance(Duration.ofMinutes(15).plusSeconds(1));
    assertThat(signIn.withPassword(officer.userName(), TestStaff.PASSWORD, here))
        .isInstanceOf(Next.class);
  }

  @Test
  void wrong_codes_count_with_wrong_passwords() {
    var officer = staff.enrolledOfficer(office, REVIEWER);
    for (int i = 0; i < 3; i++) {
      signIn.withPassword(officer.userName(), "sai", here);
    }
    var next = (Next) signIn.withPassword(officer.userName(), TestStaff.PASSWORD, here);
    var wrong = wrong(staff.code(officer));
    assertThat(signIn.withCode(next.ticket(), wrong, here)).isInstanceOf(Wrong.class);
    assertThat(signIn.withCode(next.ticket(), wrong, here)).isInstanceOf(Locked.class);
    assertThat(signIn.withCode(next.ticket(), staff.code(officer), here))
        .isInstanceOf(Locked.class);
  }

  @Test
  void a_name_nobody_has_is_answered_and_closed_like_any_other() {
    var nobody = "khong.co." + TestStaff.random();
    for (int i = 0; i < 4; i++) {
      assertThat(signIn.withPassword(nobody, "sai", here)).isInstanceOf(Wrong.class);
    }
    assertThat(signIn.withPassword(nobody, "sai", here)).isInstanceOf(Locked.class);
  }

  @Test
  void weak_passwords_are_refused_with_the_reason() {
    var name = "can.bo." + TestStaff.random();
    var added = (OfficerChange.FirstPassword) staff.add(name, office, REVIEWER);
    var ticket = ((Next) signIn.withPassword(name, added.password(), here)).ticket();
    var enrolment = signIn.enrolment(ticket).orElseThrow();
    signIn.enrol(ticket, TestStaff.code(enrolment, clock.instant()), here);

    assertThat(signIn.setPassword(ticket, "ngắn", here)).isEqualTo(new Weak(Weakness.TOO_SHORT));
    assertThat(signIn.setPassword(ticket, "x".repeat(130), here))
        .isEqualTo(new Weak(Weakness.TOO_LONG));
    assertThat(signIn.setPassword(ticket, "Matkhau@123456", here))
        .isEqualTo(new Weak(Weakness.COMMON));
    assertThat(signIn.setPassword(ticket, "aaaaaaaaaaaaaa", here))
        .isEqualTo(new Weak(Weakness.COMMON));
    assertThat(signIn.setPassword(ticket, "123456789012", here))
        .isEqualTo(new Weak(Weakness.COMMON));
    assertThat(signIn.setPassword(ticket, "toi la " + name, here))
        .isEqualTo(new Weak(Weakness.OWN_NAME));
    assertThat(signIn.setPassword(ticket, added.password(), here))
        .isEqualTo(new Weak(Weakness.SAME_AS_FIRST));
    assertThat(signIn.setPassword(ticket, "một câu dài dễ nhớ", here)).isInstanceOf(SignedIn.class);
  }

  @Test
  void a_session_ends_after_half_an_hour_without_a_request() {
    var session = staff.session(staff.enrolledOfficer(office, REVIEWER));
    clock.advance(Duration.ofMinutes(25));
    assertThat(sessions.current(session)).isPresent();
    clock.advance(Duration.ofMinutes(25));
    assertThat(sessions.current(session)).isPresent();
    clock.advance(Duration.ofMinutes(31));
    assertThat(sessions.current(session)).isEmpty();
  }

  @Test
  void a_session_ends_after_twelve_hours_whatever_happens() {
    var session = staff.session(staff.enrolledOfficer(office, REVIEWER));
    for (int i = 0; i < 28; i++) {
      clock.advance(Duration.ofMinutes(25));
      assertThat(sessions.current(session)).isPresent();
    }
    clock.advance(Duration.ofMinutes(25));
    assertThat(sessions.current(session)).isEmpty();
  }

  @Test
  void signing_out_ends_the_session() {
    var session = staff.session(staff.enrolledOfficer(office, REVIEWER));
    sessions.end(session);
    assertThat(sessions.current(session)).isEmpty();
  }

  @Test
  void cookies_of_nobody_open_nothing() {
    assertThat(sessions.current("")).isEmpty();
    assertThat(sessions.current("x".repeat(36) + ".abc")).isEmpty();
    var session = staff.session(staff.enrolledOfficer(office, REVIEWER));
    assertThat(sessions.current(session.substring(0, 37) + "forged")).isEmpty();
    assertThat(signIn.stage(session)).isEmpty();
    assertThat(signIn.withCode("x", "123456", here)).isInstanceOf(Expired.class);
  }

  @Test
  void a_deactivated_officer_is_out_at_once_and_stays_out() {
    var administrator = staff.officer(office, ADMINISTRATOR);
    var officer = staff.enrolledOfficer(office, REVIEWER);
    var session = staff.session(officer);
    officers.deactivate(officer.id(), administrator);
    assertThat(sessions.current(session)).isEmpty();
    assertThat(signIn.withPassword(officer.userName(), TestStaff.PASSWORD, here))
        .isInstanceOf(Wrong.class);
  }

  @Test
  void after_a_lost_phone_the_next_sign_in_enrols_another() {
    var administrator = staff.officer(office, ADMINISTRATOR);
    var officer = staff.enrolledOfficer(office, REVIEWER);
    var session = staff.session(officer);
    staff.confirmed(officers.resetSecondFactor(officer.id(), administrator));
    assertThat(sessions.current(session)).isEmpty();
    var next = (Next) signIn.withPassword(officer.userName(), TestStaff.PASSWORD, here);
    assertThat(next.stage()).isEqualTo(Stage.ENROLMENT);
    var enrolment = signIn.enrolment(next.ticket()).orElseThrow();
    assertThat(signIn.enrol(next.ticket(), TestStaff.code(enrolment, clock.instant()), here))
        .isInstanceOf(SignedIn.class);
  }

  @Test
  void a_new_first_password_does_not_get_round_the_generator() {
    var administrator = staff.officer(office, ADMINISTRATOR);
    var officer = staff.enrolledOfficer(office, REVIEWER);
    var renewed =
        (OfficerChange.FirstPassword)
            staff.confirmed(officers.renewPassword(officer.id(), administrator));
    var next = (Next) signIn.withPassword(officer.userName(), renewed.password(), here);
    assertThat(next.stage()).isEqualTo(Stage.CODE);
    assertThat(signIn.setPassword(next.ticket(), TestStaff.PASSWORD, here))
        .isInstanceOf(Expired.class);
    var setting = (Next) signIn.withCode(next.ticket(), staff.code(officer), here);
    assertThat(setting.stage()).isEqualTo(Stage.NEW_PASSWORD);
    assertThat(signIn.setPassword(next.ticket(), TestStaff.PASSWORD, here))
        .isInstanceOf(SignedIn.class);
  }

  @Test
  void the_demo_shows_a_code_that_will_be_accepted() {
    var officer = staff.enrolledOfficer(office, REVIEWER);
    staff.session(officer);
    assertThat(codeAfterPassword(officer, signIn.demoCode(officer).orElseThrow()))
        .isInstanceOf(SignedIn.class);
  }

  @Test
  void neither_passwords_nor_keys_nor_cookies_stand_in_the_database() {
    var officer = staff.enrolledOfficer(office, REVIEWER);
    var session = staff.session(officer);
    var row =
        sql.sql(
                "select o.*, s.* from staff.officer o join staff.session s on s.officer_id = o.id"
                    + " where o.id = :id")
            .param("id", officer.id().value())
            .query()
            .listOfRows()
            .toString();
    assertThat(row).doesNotContain(TestStaff.PASSWORD).doesNotContain(session.substring(37));
  }

  @Test
  void every_sign_in_and_every_failure_is_on_the_trail() {
    var officer = staff.enrolledOfficer(office, REVIEWER);
    signIn.withPassword(officer.userName(), "sai", here);
    sessions.end(staff.session(officer));
    assertThat(
            sql.sql("select action from audit.entry where subject_id = :id")
                .param("id", officer.id().value().toString())
                .query(String.class)
                .list())
        .contains(
            "OFFICER_ADDED",
            "OFFICER_FIRST_PASSWORD_MADE",
            "OFFICER_SECOND_FACTOR_ENROLLED",
            "OFFICER_PASSWORD_SET",
            "OFFICER_SIGN_IN_FAILED",
            "OFFICER_SIGNED_IN",
            "OFFICER_SIGNED_OUT");
  }

  @Test
  void traces_of_ended_sign_ins_are_forgotten_after_a_day() {
    var officer = staff.enrolledOfficer(office, REVIEWER);
    staff.session(officer);
    signIn.withPassword(officer.userName(), TestStaff.PASSWORD, here);
    clock.advance(Duration.ofDays(2));
    traces.forget();
    assertThat(
            sql.sql(
                    """
                    select (select count(*) from staff.session where officer_id = :id)
                         + (select count(*) from staff.sign_in where officer_id = :id)
                    """)
                .param("id", officer.id().value())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void roles_allow_what_they_are_for() {
    var all = Set.of(Permission.values());
    assertThat(all.stream().filter(Role.INTAKE::may))
        .containsExactlyInAnyOrder(
            Permission.SEE_FILES,
            Permission.RECORD_PAPER,
            Permission.SEND_BACK,
            Permission.MOVE_FILES,
            Permission.RESEND,
            Permission.RECOVER);
    assertThat(all.stream().filter(REVIEWER::may))
        .contains(Permission.DECIDE)
        .doesNotContain(Permission.SHARE_OUT, Permission.ADMINISTER);
    assertThat(all.stream().filter(Role.OFFICE_HEAD::may))
        .contains(Permission.DECIDE, Permission.SHARE_OUT)
        .doesNotContain(Permission.ADMINISTER);
    assertThat(all.stream().filter(ADMINISTRATOR::may)).containsExactly(Permission.ADMINISTER);
  }

  private SignInStep codeAfterPassword(Officer officer, String code) {
    var next = (Next) signIn.withPassword(officer.userName(), TestStaff.PASSWORD, here);
    return signIn.withCode(next.ticket(), code, here);
  }

  /** Another code that is not by chance the one before or after. */
  private static String wrong(String code) {
    return code.substring(3) + code.substring(0, 3) + "0";
  }
}
