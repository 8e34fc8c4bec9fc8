package vn.ansinh.accounts;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How old a password may be. Requirement R12 advises a change every six months; today's standards
 * advise against forcing it, so that is the operator's choice.
 *
 * @param changeAfter age from which the person is reminded, and from one reminder to the next
 * @param enforce whether nothing else is shown after signing in until an old password is changed
 * @param reminding whether this node sends the messages
 */
@ConfigurationProperties("ansinh.password")
record PasswordSettings(
    @DefaultValue("6m") Period changeAfter,
    @DefaultValue("false") boolean enforce,
    @DefaultValue("true") boolean reminding) {

  /** What was set or told before this moment is old now. */
  Instant oldBefore(Instant now) {
    return now.atOffset(ZoneOffset.UTC).minus(changeAfter).toInstant();
  }
}
