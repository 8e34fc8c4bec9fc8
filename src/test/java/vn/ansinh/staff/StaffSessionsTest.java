package vn.ansinh.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.staff.Role.ADMINISTRATOR;
import static vn.ansinh.staff.Role.REVIEWER;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.staff.SignInStep.Expired;
import vn.ansinh.support.TestStaff;

/** How long a session lasts and what a role may. */
class StaffSessionsTest extends StaffSignInSetting {

  @Autowired Traces traces;

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
}
