package vn.ansinh.factors;

import java.util.UUID;
import vn.ansinh.platform.Ids;

/** One authenticator app or passkey; what a page calls it by, opens nothing. */
public record FactorId(UUID value) {

  static FactorId next() {
    return new FactorId(Ids.next());
  }
}
