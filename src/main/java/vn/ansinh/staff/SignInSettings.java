package vn.ansinh.staff;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of staff sign-in. The second and third never count on a device the officer has signed in
 * with.
 *
 * @param tries wrong in a row for one user name from one network, or on one known device
 * @param pause how long these close
 * @param triesForName wrong within an hour for one user name from all networks together: a code of
 *     six digits, three of which are good at a time, is then found once in nine months, by somebody
 *     who has the password
 * @param triesFromNetwork wrong within ten minutes from one network, whatever the user names;
 *     nothing is hashed beyond
 */
@ConfigurationProperties("ansinh.staff.sign-in")
record SignInSettings(
    @DefaultValue("5") int tries,
    @DefaultValue("15m") Duration pause,
    @DefaultValue("50") int triesForName,
    @DefaultValue("60") int triesFromNetwork) {

  static final Duration NAME_WINDOW = Duration.ofHours(1);
  static final Duration NETWORK_WINDOW = Duration.ofMinutes(10);
}
