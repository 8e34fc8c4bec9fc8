package vn.ansinh.keys;

/**
 * Keys that cannot be had. The message is one line for the operator, so it has no cause: the
 * launcher prints the innermost message.
 */
public final class KeysException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeysException(String line) {
    super(line);
  }
}
