package vn.ansinh.federation;

import java.util.List;

/** A provider is set up wrongly; told when the program starts. */
public final class FederationException extends RuntimeException {

  FederationException(String message) {
    super(message);
  }

  static void unlessEmpty(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new FederationException(String.join(" | ", problems));
    }
  }
}
