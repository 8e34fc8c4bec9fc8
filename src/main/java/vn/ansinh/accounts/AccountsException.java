package vn.ansinh.accounts;

/** A rule of this module was broken by its caller, never by a person at a page. */
public class AccountsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AccountsException(String message) {
    super(message);
  }
}
