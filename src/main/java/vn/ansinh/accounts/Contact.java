package vn.ansinh.accounts;

/**
 * Where a message goes.
 *
 * @param address normalised: {@code +84…} for SMS, lower case for e-mail
 */
public record Contact(Channel channel, String address) {

  public static Contact phone(String normalised) {
    return new Contact(Channel.SMS, normalised);
  }

  public static Contact email(String normalised) {
    return new Contact(Channel.EMAIL, normalised);
  }
}
