package vn.ansinh.staff;

/**
 * What a code generator needs.
 *
 * @param secret base32, for typing
 * @param uri {@code otpauth://…}, for a QR
 */
public record Enrolment(String secret, String uri) {}
