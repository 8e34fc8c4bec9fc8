package vn.ansinh.review;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.OfficerId;

/**
 * How long some decisions of a period took.
 *
 * @param officer whose; absent for all of them
 * @param kind of decision; absent for all kinds
 * @param assessment what the machine had made of the files; absent for all, and for decisions made
 *     before it was kept
 * @param decided how many there were
 * @param measured of these, how many could be measured
 * @param median half of the measured ones took no longer; absent below {@link #FEWEST}
 * @param ninth nine of ten took no longer; absent below {@link #FEWEST}
 */
public record WorkingTime(
    @Nullable OfficerId officer,
    Decision.@Nullable Kind kind,
    @Nullable Assessment assessment,
    long decided,
    long measured,
    @Nullable Duration median,
    @Nullable Duration ninth) {

  /** Below this a single unusual file would speak for all. */
  public static final int FEWEST = 5;
}
