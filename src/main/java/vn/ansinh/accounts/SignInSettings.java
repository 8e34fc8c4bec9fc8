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
 * @param freeWrong wrong passwords in a row for one account, over all networks, before pauses begin
 * @param mostWrong in a row until devices the account does not know are not let in any more
 * @param shortestPause the first of those pauses; each is twice as long as the one before
 * @param longestPause where the doubling ends
 * @param codeFor time to type the code that a new device needs, from the right password on
 * @param ticketFor time to choose a password after the first one was shown
 * @param firstPasswordFor how long a first password can be used
 */
@ConfigurationProperties("ansinh.sign-in")
record SignInSettings(
    @DefaultValue("5") int tries,
    @DefaultValue("15m") Duration pause,
    @DefaultValue("300") int wrongPerNetwork,
    @DefaultValue("5000") int wrongInAll,
    @DefaultValue("20") int freeWrong,
    @DefaultValue("100") int mostWrong,
    @DefaultValue("30s") Duration shortestPause,
    @DefaultValue("1h") Duration longestPause,
    @DefaultValue("15m") Duration codeFor,
    @DefaultValue("15m") Duration ticketFor,
    @DefaultValue("72h") Duration firstPasswordFor) {

  Budget wrongFromNetwork() {
    return Budget.of("sign-in.network", wrongPerNetwork, Duration.ofHours(1));
  }

  Budget wrongAltogether() {
    return Budget.shared("sign-in.all", wrongInAll, Duration.ofHours(1));
  }
}
