package vn.ansinh.accounts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits around passwords.
 *
 * @param tries wrong passwords for one user name from one network before the pause
 * @param pause how long that network must wait with that user name; wrong tries older than this are
 *     forgotten
 * @param wrongPerNetwork wrong passwords from one network in an hour, whatever the user names;
 *     homes, offices and mobile operators share an address, so it is wide
 * @param wrongInAll wrong passwords of the whole system in an hour before the alarm counter moves
 * @param ticketFor time to choose a password after the first one was shown
 * @param firstPasswordFor how long a first password can be used
 */
@ConfigurationProperties("ansinh.sign-in")
record SignInSettings(
    @DefaultValue("5") int tries,
    @DefaultValue("15m") Duration pause,
    @DefaultValue("300") int wrongPerNetwork,
    @DefaultValue("5000") int wrongInAll,
    @DefaultValue("15m") Duration ticketFor,
    @DefaultValue("72h") Duration firstPasswordFor) {

  Budget wrongFromNetwork() {
    return Budget.of("sign-in.network", wrongPerNetwork, Duration.ofHours(1));
  }

  Budget wrongAltogether() {
    return Budget.shared("sign-in.all", wrongInAll, Duration.ofHours(1));
  }
}
