package vn.ansinh.factors;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator app or a passkey, as its owner sees it.
 *
 * @param name as its owner calls it
 * @param lastUsedAt absent while it has opened nothing
 */
public record Factor(FactorId id, String name, Instant addedAt, @Nullable Instant lastUsedAt) {

  @Override
  public String toString() {
    return "Factor[" + id + "]";
  }
}
