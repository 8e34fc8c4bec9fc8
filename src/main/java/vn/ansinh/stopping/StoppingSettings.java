package vn.ansinh.stopping;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.ansinh.accounts.Budget;

/**
 * Stopping the use of an account.
 *
 * @param coolingOff the least time between declaration and effect
 * @param latest how far away a day may be wished
 * @param openFor time to type the code, from the password on
 * @param perPerson begun in a day; each sends a code
 * @param ending whether this node looks after what is due
 */
@ConfigurationProperties("ansinh.stopping")
record StoppingSettings(
    @DefaultValue("7d") Duration coolingOff,
    @DefaultValue("P90D") Period latest,
    @DefaultValue("30m") Duration openFor,
    @DefaultValue("5") int perPerson,
    @DefaultValue("true") boolean ending) {

  Budget begun() {
    return Budget.of("stopping.begun", perPerson, Duration.ofDays(1));
  }
}
