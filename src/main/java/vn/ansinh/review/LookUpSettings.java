package vn.ansinh.review;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.ansinh.accounts.Budget;

/**
 * How often one officer may search the register, found or not. A busy reviewer decides some hundred
 * files a day, most of which match without a search.
 *
 * @param perHour searches within an hour
 * @param perDay searches within a day of 24 hours
 */
@ConfigurationProperties("ansinh.review.look-ups")
record LookUpSettings(@DefaultValue("60") int perHour, @DefaultValue("300") int perDay) {

  Budget hourly() {
    return Budget.of("look-ups.hour", perHour, Duration.ofHours(1));
  }

  Budget daily() {
    return Budget.of("look-ups.day", perDay, Duration.ofDays(1));
  }
}
