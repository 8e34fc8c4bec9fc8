package vn.ansinh.factors;

import java.time.Instant;

/**
 * What is left of the codes somebody has printed.
 *
 * @param left unused ones
 * @param madeAt of this set
 */
public record RecoveryCodesLeft(int left, Instant madeAt) {

  private static final int FEW = 3;

  /** Time to make new ones. */
  public boolean few() {
    return left <= FEW;
  }
}
