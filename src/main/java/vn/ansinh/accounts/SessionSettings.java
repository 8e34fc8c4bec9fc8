package vn.ansinh.accounts;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a session lasts (NIST SP 800-63B-4, AAL2: at most 24 hours, idle at most one).
 *
 * @param idle without any request
 * @param longest in all
 */
@ConfigurationProperties("ansinh.sessions")
record SessionSettings(@DefaultValue("30m") Duration idle, @DefaultValue("24h") Duration longest) {

  boolean isOver(Instant startedAt, Instant lastSeenAt, Instant now) {
    return !now.isBefore(lastSeenAt.plus(idle)) || !now.isBefore(startedAt.plus(longest));
  }
}
