package vn.ansinh.accounts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits on asking for a new password. They count what is typed, whether somebody has it or not.
 *
 * @param perNumber in a day from one network, so that no stranger uses up a neighbour's
 * @param perAccount codes sent in a day to whoever asked from devices the account does not know,
 *     over all networks: five guesses each
 * @param perDevice codes sent in a day to one device for accounts that know it; beyond it the
 *     device counts as any other
 * @param perNetwork in an hour; homes, offices and mobile operators share an address
 * @param inAll in an hour
 * @param looking whether this node looks at requests
 * @param openFor how long a request lives, its code being good for five minutes of it
 */
@ConfigurationProperties("ansinh.recovery")
record RecoverySettings(
    @DefaultValue("5") int perNumber,
    @DefaultValue("5") int perAccount,
    @DefaultValue("5") int perDevice,
    @DefaultValue("60") int perNetwork,
    @DefaultValue("20000") int inAll,
    @DefaultValue("true") boolean looking,
    @DefaultValue("20m") Duration openFor) {

  Budget ofNumber() {
    return Budget.of("recovery.number", perNumber, Duration.ofDays(1));
  }

  Budget ofAccount() {
    return Budget.of("recovery.account", perAccount, Duration.ofDays(1));
  }

  Budget ofDevice() {
    return Budget.of("recovery.device", perDevice, Duration.ofDays(1));
  }

  Budget fromNetwork() {
    return Budget.of("recovery.network", perNetwork, Duration.ofHours(1));
  }

  /** Recovery codes typed for one request; as many as a sent code has tries. */
  Budget printedCodes() {
    return Budget.of("recovery.printed", 5, openFor);
  }

  Budget altogether() {
    return Budget.shared("recovery.all", inAll, Duration.ofHours(1));
  }
}
