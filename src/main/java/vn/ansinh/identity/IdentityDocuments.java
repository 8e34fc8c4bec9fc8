package vn.ansinh.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.NumberCheck.Invalid;
import vn.ansinh.identity.NumberCheck.Problem;
import vn.ansinh.identity.NumberCheck.Valid;

/**
 * The grammars of numbers. Spaces, dots and hyphens people put between groups are ignored. Never
 * throws, whatever is typed.
 */
public final class IdentityDocuments {

  private static final int LONGEST_TYPED = 60;
  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}.\\-\\u2010-\\u2015]+");
  private static final Pattern INSURANCE_CARD = Pattern.compile("[A-Z]{2}[1-5][0-9]{12}");

  /** The 63 provinces of birth registration (circular 59/2021/TT-BCA keeps them after mergers). */
  private static final Set<String> PROVINCES =
      Stream.of(
              "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033",
              "034 035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066",
              "067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096")
          .flatMap(line -> Stream.of(line.split(" ")))
          .collect(Collectors.toUnmodifiableSet());

  private IdentityDocuments() {}

  /** Checks length and characters, which block; see {@link #doubts} for what only warns. */
  public static NumberCheck check(PaperKind kind, String typed) {
    var number = bare(typed);
    return switch (kind) {
      case CITIZEN_CARD -> digits(number, Set.of(12));
      case OLD_CARD -> digits(number, Set.of(9, 12));
      case PASSPORT -> passport(number);
    };
  }

  /**
   * Takes the 10 digits of mã số BHXH, the 12 of the personal identification number that serves as
   * one since 1 August 2025, or the 15 characters of a health-insurance card, whose last ten are
   * the number. There is no public check digit.
   */
  public static NumberCheck socialInsuranceNumber(String typed) {
    var number = bare(typed);
    if (number.length() == 15) {
      return INSURANCE_CARD.matcher(number).matches()
          ? new Valid(number.substring(5))
          : new Invalid(Problem.WRONG_CHARACTERS);
    }
    return digits(number, Set.of(10, 12));
  }

  /**
   * Compares what a 12-digit number says (decree 137/2015/NĐ-CP, article 13) with what was
   * declared. Other papers say nothing and leave no doubt.
   */
  public static List<Doubt> doubts(
      IdentityPaper paper, @Nullable Sex sex, @Nullable BirthDate birthDate) {
    var number = paper.number();
    if (paper.kind() == PaperKind.PASSPORT || number.length() != 12 || !isDigits(number)) {
      return List.of();
    }
    var doubts = new ArrayList<Doubt>();
    if (!PROVINCES.contains(number.substring(0, 3))) {
      doubts.add(Doubt.UNKNOWN_PROVINCE);
    }
    int sexAndCentury = number.charAt(3) - '0';
    var stated = sexAndCentury % 2 == 0 ? Sex.MALE : Sex.FEMALE;
    if (sex != null && sex != Sex.OTHER && sex != stated) {
      doubts.add(Doubt.SEX_DIFFERS);
    }
    int year = 1900 + sexAndCentury / 2 * 100 + Integer.parseInt(number.substring(4, 6));
    if (birthDate != null && birthDate.year() != year) {
      doubts.add(Doubt.BIRTH_YEAR_DIFFERS);
    }
    return List.copyOf(doubts);
  }

  private static NumberCheck passport(String number) {
    if (number.isEmpty()) {
      return new Invalid(Problem.EMPTY);
    }
    if (!Scan.all(number, IdentityDocuments::isLetterOrDigit)) {
      return new Invalid(Problem.WRONG_CHARACTERS);
    }
    return number.length() < 6 || number.length() > 15
        ? new Invalid(Problem.WRONG_LENGTH)
        : new Valid(number);
  }

  private static NumberCheck digits(String number, Set<Integer> lengths) {
    if (number.isEmpty()) {
      return new Invalid(Problem.EMPTY);
    }
    if (!isDigits(number)) {
      return new Invalid(Problem.WRONG_CHARACTERS);
    }
    return lengths.contains(number.length())
        ? new Valid(number)
        : new Invalid(Problem.WRONG_LENGTH);
  }

  private static boolean isDigits(String text) {
    return Scan.all(text, it -> it >= '0' && it <= '9');
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  }

  /** Full-width forms of East Asian keyboards become plain ones; the rest is kept for judgement. */
  private static String bare(String typed) {
    if (typed.length() <= LONGEST_TYPED && Scan.all(typed, IdentityDocuments::isLetterOrDigit)) {
      return typed;
    }
    var start = typed.length() <= LONGEST_TYPED ? typed : typed.substring(0, LONGEST_TYPED);
    var plain = Normalizer.normalize(start, Normalizer.Form.NFKC);
    return SEPARATORS.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
  }
}
