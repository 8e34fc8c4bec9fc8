package vn.ansinh.staff;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestStaff;

/** An office whose officers sign in. */
@ApplicationTest
abstract class StaffSignInSetting {

  @Autowired StaffSignIn signIn;
  @Autowired StaffSessions sessions;
  @Autowired Officers officers;
  @Autowired TestStaff staff;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;
  final Caller here = TestStaff.caller();
  String office;

  @BeforeEach
  void an_office() {
    clock.reset();
    office = staff.provincialOffice();
  }

  /** Another code that is not by chance the one before or after. */
  static String wrong(String code) {
    return code.substring(3) + code.substring(0, 3) + "0";
  }
}
