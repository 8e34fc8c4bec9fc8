package vn.ansinh.guardianship;

/** A rule of this module was broken by its caller. */
public class GuardianshipException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  GuardianshipException(String message) {
    super(message);
  }
}
