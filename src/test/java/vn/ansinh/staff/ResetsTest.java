package vn.ansinh.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.TestStaff;

/** A reset ends everything begun with what it replaces. */
@ApplicationTest
class ResetsTest {

  @Autowired StaffSignIn signIn;
  @Autowired Officers officers;
  @Autowired TestStaff staff;

  final Caller here = TestStaff.caller();
  Officer officer;
  Officer administrator;

  @BeforeEach
  void an_officer_and_an_administrator() {
    var office = staff.provincialOffice();
    officer = staff.enrolledOfficer(office, Role.REVIEWER);
    administrator = staff.officer(office, Role.ADMINISTRATOR);
  }

  @Test
  void a_new_first_password_ends_a_sign_in_begun_with_the_old_password() {
    var begun = (SignInStep.Next) signIn.withPassword(officer.userName(), TestStaff.PASSWORD, here);
    staff.confirmed(officers.renewPassword(officer.id(), administrator));
    assertThat(signIn.withCode(begun.ticket(), staff.code(officer), here))
        .isInstanceOf(SignInStep.Expired.class);
  }

  @Test
  void a_lost_generator_reset_ends_a_sign_in_that_waits_for_its_code() {
    var begun = (SignInStep.Next) signIn.withPassword(officer.userName(), TestStaff.PASSWORD, here);
    staff.confirmed(officers.resetSecondFactor(officer.id(), administrator));
    assertThat(signIn.stage(begun.ticket())).isEmpty();
  }
}
