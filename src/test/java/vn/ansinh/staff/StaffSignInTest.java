package vn.ansinh.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.staff.Role.ADMINISTRATOR;
import static vn.ansinh.staff.Role.REVIEWER;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.ansinh.staff.SignInStep.Expired;
import vn.ansinh.staff.SignInStep.Next;
import vn.ansinh.staff.SignInStep.SignedIn;
import vn.ansinh.staff.SignInStep.Stage;
import vn.ansinh.staff.SignInStep.Weak;
import vn.ansinh.staff.SignInStep.Weakness;
import vn.ansinh.staff.SignInStep.Wrong;
import vn.ansinh.support.TestStaff;

/** The steps of signing in, and what staff sign in with. */
class StaffSignInTest extends StaffSignInSetting {

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
}
