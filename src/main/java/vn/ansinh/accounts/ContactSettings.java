package vn.ansinh.accounts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Changing the phone or the e-mail address of an account.
 *
 * @param brake between the announcement and the effect, where the old contact is lost
 * @param openFor time to type the codes, from the password on
 * @param perPerson changes begun in a day; each sends a code to an address of the person's choice
 * @param takingEffect whether this node looks after what is due
 */
@ConfigurationProperties("ansinh.contacts")
record ContactSettings(
    @DefaultValue("24h") Duration brake,
    @DefaultValue("30m") Duration openFor,
    @DefaultValue("5") int perPerson,
    @DefaultValue("true") boolean takingEffect) {

  Budget begun() {
    return Budget.of("contacts.begun", perPerson, Duration.ofDays(1));
  }
}
