package vn.ansinh.staff;

/** A broken rule of ours, never a mistake of a user. */
public class StaffException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StaffException(String message) {
    super(message);
  }
}
