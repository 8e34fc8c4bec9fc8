package vn.ansinh.federation;

import java.io.IOException;

/** The provider does not answer, or not as it should: nothing is wrong with the person. */
final class ProviderUnavailableException extends IOException {

  private static final long serialVersionUID = 1L;

  ProviderUnavailableException(String message) {
    super(message);
  }
}
