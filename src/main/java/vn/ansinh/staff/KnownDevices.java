package vn.ansinh.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.Secrets;

/**
 * Browsers an officer has signed in with. Each holds a random secret of which the row keeps the
 * keyed hash; a row can be taken back, which a signed cookie could not. Every sign-in changes the
 * secret, so one planted in somebody's browser beforehand is worth nothing afterwards.
 */
@Component
class KnownDevices {

  /** A device not used for so long is a stranger again. */
  static final Duration KNOWN_FOR = Duration.ofDays(180);

  private static final String PURPOSE = "staff.known_device";
  private static final int LONGEST = 100;

  private final DeviceStore store;
  private final Secrets secrets;
  private final Clock clock;

  KnownDevices(DeviceStore store, Secrets secrets, Clock clock) {
    this.store = store;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** What to count by, if this officer has signed in with this device. */
  Optional<String> of(String userName, Caller caller) {
    return cookie(caller)
        .filter(it -> store.knows(hash(it), userName, clock.instant().minus(KNOWN_FOR)));
  }

  /** The new value of the cookie. */
  String remember(OfficerId officer, Caller caller) {
    var value = Secrets.token(32);
    cookie(caller).ifPresent(it -> store.rename(hash(it), hash(value)));
    store.remember(officer, hash(value), clock.instant());
    return value;
  }

  private static Optional<String> cookie(Caller caller) {
    return Optional.ofNullable(caller.device()).filter(it -> it.length() <= LONGEST);
  }

  private byte[] hash(String value) {
    return secrets.hash(PURPOSE, value);
  }
}
