package vn.ansinh.factors;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An app that shows codes for this account.
 *
 * @param name as its owner calls it
 * @param lastUsedAt absent while it has opened nothing
 */
public record Authenticator(
    FactorId id, String name, Instant addedAt, @Nullable Instant lastUsedAt) {

  @Override
  public String toString() {
    return "Authenticator[" + id + "]";
  }
}
