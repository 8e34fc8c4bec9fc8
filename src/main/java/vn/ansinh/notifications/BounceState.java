package vn.ansinh.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many e-mails come back, and whether anybody would know.
 *
 * @param read whether a mailbox for returned mail is set
 * @param readAt when it was last read to the end, by whichever node
 * @param broken the last try to read it failed
 * @param mails how many of the latest messages were e-mails a mail server took
 * @param returned how many of these came back
 */
public record BounceState(
    boolean read, @Nullable Instant readAt, boolean broken, long mails, long returned) {

  private static final double MOST = 0.05;
  private static final long ENOUGH = 20;

  /** Of one. */
  public double share() {
    return mails == 0 ? 0 : Math.min(1, (double) returned / mails);
  }

  /**
   * More than one of twenty: a wrong sender, a block list, or addresses that were never checked.
   */
  public boolean isAlarming() {
    return mails >= ENOUGH && share() > MOST;
  }
}
