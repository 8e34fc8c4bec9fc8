package vn.ansinh.accounts;

import java.time.Clock;
import java.time.Period;
import org.springframework.context.ApplicationContext;

/** As an installation whose operator enforces that old passwords are changed. */
public final class Enforced {

  private Enforced() {}

  public static PasswordAge age(ApplicationContext application) {
    return new PasswordAge(
        application.getBean(AccountStore.class),
        new PasswordSettings(Period.ofMonths(6), true, false),
        application.getBean(Clock.class));
  }
}
