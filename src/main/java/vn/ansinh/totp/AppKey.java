package vn.ansinh.totp;

/**
 * What a code generator needs; never kept as text.
 *
 * @param secret base32, for typing
 * @param uri {@code otpauth://…}, for a QR
 */
public record AppKey(String secret, String uri) {

  /** In groups of four, for reading aloud and typing. */
  public String grouped() {
    return secret.replaceAll("(.{4})(?=.)", "$1 ");
  }

  @Override
  public String toString() {
    return "AppKey";
  }
}
