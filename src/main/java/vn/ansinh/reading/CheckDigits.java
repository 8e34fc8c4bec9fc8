package vn.ansinh.reading;

/** Check digits of machine-readable lines: weights 7, 3, 1, modulo 10 (ICAO Doc 9303 part 3). */
final class CheckDigits {

  private static final int[] WEIGHTS = {7, 3, 1};

  private CheckDigits() {}

  /**
   * @param field digits, capitals and {@code <}
   */
  static char of(String field) {
    int sum = 0;
    for (int i = 0; i < field.length(); i++) {
      sum += value(field.charAt(i)) * WEIGHTS[i % WEIGHTS.length];
    }
    return (char) ('0' + sum % 10);
  }

  private static int value(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 0;
  }
}
