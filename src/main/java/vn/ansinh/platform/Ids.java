package vn.ansinh.platform;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/**
 * New identifiers: UUIDv7, so that rows made together lie together. Not secrets; see {@link
 * Secrets}.
 */
public final class Ids {

  private Ids() {}

  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
