package vn.ansinh.accounts;

import java.time.Duration;

/**
 * How often something may happen to one key.
 *
 * @param name what is counted, such as {@code codes.network}; also the name of the alarm counter
 * @param limit uses per window, at least one
 * @param window counted from the first use
 * @param slots rows over which uses of one key are spread, so that a key shared by everybody does
 *     not make everybody wait for one row; the limit is then kept to within one in a slot
 */
public record Budget(String name, int limit, Duration window, int slots) {

  private static final int SHARED_SLOTS = 16;

  public Budget {
    if (limit < 1 || slots < 1 || slots > limit || window.isNegative() || window.isZero()) {
      throw new AccountsException("a budget needs a positive limit, window and number of slots");
    }
  }

  /** For a key of its own: an address, a network, a person. */
  public static Budget of(String name, int limit, Duration window) {
    return new Budget(name, limit, window, 1);
  }

  /** For the whole system together. */
  public static Budget shared(String name, int limit, Duration window) {
    return new Budget(name, limit, window, Math.min(SHARED_SLOTS, limit));
  }

  int limitPerSlot() {
    return Math.ceilDiv(limit, slots);
  }
}
