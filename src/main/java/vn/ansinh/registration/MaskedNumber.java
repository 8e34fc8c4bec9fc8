package vn.ansinh.registration;

/** A number shown so that its owner recognises it: {@code 01••••••41}. */
public final class MaskedNumber {

  private static final int SHOWN = 2;

  private MaskedNumber() {}

  /** As if it had ten digits, so that the mask does not tell how many there are. */
  static String ofTen(String number) {
    return of(
        number.substring(0, SHOWN) + "•".repeat(6) + number.substring(number.length() - SHOWN));
  }

  public static String of(String number) {
    if (number.length() <= 2 * SHOWN) {
      return "•".repeat(number.length());
    }
    return number.substring(0, SHOWN)
        + "•".repeat(number.length() - 2 * SHOWN)
        + number.substring(number.length() - SHOWN);
  }
}
