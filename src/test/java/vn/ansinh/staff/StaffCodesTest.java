package vn.ansinh.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.staff.Role.REVIEWER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.ansinh.staff.SignInStep.CodeUsed;
import vn.ansinh.staff.SignInStep.Locked;
import vn.ansinh.staff.SignInStep.Next;
import vn.ansinh.staff.SignInStep.SignedIn;
import vn.ansinh.staff.SignInStep.Wrong;
import vn.ansinh.support.TestStaff;

/** Codes and passwords typed wrong, twice or too often. */
class StaffCodesTest extends StaffSignInSetting {

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
  void the_demo_shows_a_code_that_will_be_accepted() {
    var officer = staff.enrolledOfficer(office, REVIEWER);
    staff.session(officer);
    assertThat(codeAfterPassword(officer, signIn.demoCode(officer).orElseThrow()))
        .isInstanceOf(SignedIn.class);
  }

  private SignInStep codeAfterPassword(Officer officer, String code) {
    var next = (Next) signIn.withPassword(officer.userName(), TestStaff.PASSWORD, here);
    return signIn.withCode(next.ticket(), code, here);
  }
}
