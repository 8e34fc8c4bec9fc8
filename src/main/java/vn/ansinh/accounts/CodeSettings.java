package vn.ansinh.accounts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One-time codes. Five minutes and five tries are the notice's rule; the budgets are the answer to
 * guessing and flooding spread over many subjects.
 *
 * @param validFor from hand-off to the mail server or the operator
 * @param handOffWithin a code not handed off by then is dead
 * @param pause before the second code; it doubles with each further one
 * @param longestPause where the doubling ends
 * @param perAddress codes to one address in an hour; those for devices unknown to an account are
 *     counted apart
 * @param perNetwork codes asked for from one network address in an hour; homes, offices and mobile
 *     operators share one, so it is wide
 * @param inAll codes of the whole system in an hour
 * @param wrongPerSubject wrong codes for one subject in a day, over all its codes and networks
 * @param wrongInAll wrong codes of the whole system in an hour before the alarm counter moves
 * @param chances that guesses from devices unknown to their accounts have in a day, over the whole
 *     system, before such devices get longer codes; each is one in a million
 * @param toStrangers codes to one address in a day for devices unknown to its account: whoever
 *     knows a password sends its owner no more messages
 */
@ConfigurationProperties("ansinh.codes")
record CodeSettings(
    @DefaultValue("5m") Duration validFor,
    @DefaultValue("15m") Duration handOffWithin,
    @DefaultValue("60s") Duration pause,
    @DefaultValue("32m") Duration longestPause,
    @DefaultValue("8") int perAddress,
    @DefaultValue("600") int perNetwork,
    @DefaultValue("60000") int inAll,
    @DefaultValue("50") int wrongPerSubject,
    @DefaultValue("1000") int wrongInAll,
    @DefaultValue("5000") int chances,
    @DefaultValue("40") int toStrangers) {

  private static final Duration HOUR = Duration.ofHours(1);

  Budget toAddress() {
    return Budget.of("codes.address", perAddress, HOUR);
  }

  Budget toAddressForStrangers() {
    return Budget.of("codes.strangers", toStrangers, Duration.ofDays(1));
  }

  Budget fromNetwork() {
    return Budget.of("codes.network", perNetwork, HOUR);
  }

  Budget altogether() {
    return Budget.shared("codes.all", inAll, HOUR);
  }

  Budget wrongFor(CodePurpose purpose) {
    return Budget.of("codes.wrong." + purpose, wrongPerSubject, Duration.ofDays(1));
  }

  Budget wrongAltogether() {
    return Budget.shared("codes.wrong", wrongInAll, HOUR);
  }
}
