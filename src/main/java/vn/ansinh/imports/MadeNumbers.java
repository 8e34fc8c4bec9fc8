package vn.ansinh.imports;

import vn.ansinh.identity.Sex;

/**
 * Numbers that are well formed, agree with the person's sex, birth year and province, and never
 * come twice from one seed. They are counted, not drawn, and spread by multiplication with a number
 * coprime to the range, so that neighbours do not look alike and nothing has to be remembered.
 */
final class MadeNumbers {

  /** More people than this would need a ninth digit. */
  static final long MOST_PEOPLE = 100_000_000;

  private static final String[] MOBILE_PREFIXES =
      ("32 33 34 35 36 37 38 39 52 55 56 58 59 70 76 77 78 79 81 82 83 84 85 86 87 88 89 "
              + "90 91 92 93 94 96 97 98 99")
          .split(" ");
  private static final long MOBILES = MOBILE_PREFIXES.length * 10_000_000L;
  private static final int BIRTH_YEARS = 200;

  private final long start;
  private final int[] countedIds = new int[100 * 2 * BIRTH_YEARS];
  private long people;
  private long households;
  private long phones;
  private long oldCards;
  private long passports;

  MadeNumbers(long seed) {
    start = Math.floorMod(seed * 0x9E3779B97F4A7C15L, 1_000_000_007L);
  }

  /** Mã số BHXH: the province that issued it and eight digits. */
  String socialInsurance(String province) {
    return province + digits(spread(people++, 61_803_399, 100_000_000L), 8);
  }

  String household(String province) {
    return province + digits(spread(households++, 41_421_357, 100_000_000L), 8);
  }

  /** Province, sex with century, year, and six digits of their own within that group. */
  String personalId(String province, Sex sex, int year) {
    int century = (year - 1900) / 100;
    int sexDigit = century * 2 + (sex == Sex.MALE ? 0 : 1);
    int group = (Integer.parseInt(province) * 2 + sexDigit % 2) * BIRTH_YEARS + year - 1900;
    long own = spread(countedIds[group]++ + (long) group * 7_919, 618_033, 1_000_000L);
    return "0" + province + sexDigit + digits(year % 100, 2) + digits(own, 6);
  }

  /** CMND of nine digits. */
  String oldCard() {
    return digits(spread(oldCards++, 271_828_183, 1_000_000_000L), 9);
  }

  String passport(boolean foreign) {
    long own = spread(passports++, 3_141_593, 10_000_000L);
    return (foreign ? "M" : "C") + digits(own, 7);
  }

  /** Like people write it; the register normalises it. */
  String phone() {
    long own = spread(phones++, 141_421_357, MOBILES);
    return "0" + MOBILE_PREFIXES[(int) (own / 10_000_000)] + digits(own % 10_000_000, 7);
  }

  private long spread(long count, long factor, long range) {
    return Math.floorMod((count + start) * factor, range);
  }

  private static String digits(long number, int width) {
    var digits = new char[width];
    for (int i = width - 1; i >= 0; i--) {
      digits[i] = (char) ('0' + number % 10);
      number /= 10;
    }
    return new String(digits);
  }
}
