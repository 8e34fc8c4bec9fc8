package vn.ansinh.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Guesses at codes that let a device in which the account does not know, spread over so many
 * accounts and networks that no limit of one of them is reached. The whole system grants them a
 * number of chances at the codes sent within 24 hours, a chance being one wrong code compared with
 * one good one of six digits; beyond it such devices get codes of ten digits, and shorter ones open
 * nothing. Nobody is refused, known devices notice nothing. ADR 28 has the sum: 5,000 chances are
 * 0.005 right guesses a day. Thread-safe; as many more are granted as are compared at the very
 * moment at which the last one is.
 */
@Component
class SpreadGuesses {

  private static final Logger LOG = LoggerFactory.getLogger(SpreadGuesses.class);
  private static final Duration DAY = Duration.ofDays(1);

  private final CodeStore store;
  private final CodeSettings settings;
  private final Clock clock;
  private final AtomicBoolean alarmed = new AtomicBoolean();

  SpreadGuesses(CodeStore store, CodeSettings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /** Of a code sent now; long before the last chance, so that a short one can still be typed. */
  int digits() {
    var most = settings.chances();
    boolean many = guessed(most) >= most - most / 5;
    if (alarmed.getAndSet(many) != many) {
      LOG.warn(
          "codes are guessed at in {} accounts: devices unknown to theirs get {} digits",
          many ? "many" : "few",
          many ? OneTimeCodes.MOST_DIGITS : OneTimeCodes.DIGITS);
    }
    return many ? OneTimeCodes.MOST_DIGITS : OneTimeCodes.DIGITS;
  }

  /** A code with fewer opens nothing now. */
  int fewestDigits() {
    return guessed(settings.chances()) >= settings.chances()
        ? OneTimeCodes.MOST_DIGITS
        : OneTimeCodes.DIGITS;
  }

  private int guessed(int most) {
    return store.guessed(clock.instant().minus(DAY), most);
  }
}
