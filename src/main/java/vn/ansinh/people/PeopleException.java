package vn.ansinh.people;

/** A rule of the register was broken by our own code. */
public class PeopleException extends RuntimeException {

  public PeopleException(String message) {
    super(message);
  }

  public PeopleException(String message, Throwable cause) {
    super(message, cause);
  }
}
