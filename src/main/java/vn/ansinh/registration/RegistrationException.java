package vn.ansinh.registration;

/** Something that must not happen did: a caller broke a rule of this module. */
public class RegistrationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RegistrationException(String message) {
    super(message);
  }
}
