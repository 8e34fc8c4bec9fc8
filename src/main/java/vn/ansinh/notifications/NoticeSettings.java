package vn.ansinh.notifications;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.ansinh.accounts.Budget;

/**
 * How many notices one address may get in a day, over all declarations that name it, so that nobody
 * is flooded by what somebody else does. What an officer sends again by hand is not counted.
 *
 * @param perAddress to an address its owner has confirmed; far more than any declaration takes
 * @param perNamedPhone to a phone that was only named
 */
@ConfigurationProperties("ansinh.notices")
record NoticeSettings(@DefaultValue("40") int perAddress, @DefaultValue("3") int perNamedPhone) {

  private static final Duration DAY = Duration.ofDays(1);

  Budget toAddress() {
    return Budget.of("notices.address", perAddress, DAY);
  }

  Budget toNamedPhone() {
    return Budget.of("notices.named-phone", perNamedPhone, DAY);
  }
}
