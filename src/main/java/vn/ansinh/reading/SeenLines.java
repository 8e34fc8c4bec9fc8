package vn.ansinh.reading;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.ansinh.reading.CardCode.MachineLines;

/**
 * Machine lines as recognised in a picture. Where the card's grammar wants a digit, a letter that
 * looks like one is taken for it, and the other way round; fillers whose number the grammar tells
 * are not counted. The check digits then decide: what does not fit in every one of them has not
 * been read. Never throws; time and memory grow with the text's length and no faster.
 */
public final class SeenLines {

  /**
   * The two lines with check digits.
   *
   * @param first 30 characters
   * @param second 30 characters
   */
  public record Numbers(String first, String second) {}

  private static final int LENGTH = MachineLinesReader.LENGTH;

  /** A line that lost or gained so many fillers is none. */
  private static final int LEAST = 24;

  private static final int MOST = 40;

  /** Of the 23 that there are. */
  private static final long LEAST_DIGITS = 14;

  private static final Pattern NOT_IN_ALPHABET = Pattern.compile("[^0-9A-Z<]");

  /** As it looks, a letter for a digit and a digit for a letter. */
  private static final String LETTERS = "OQDUILJZSGBTA";

  private static final String DIGITS = "0000111256874";
  private static final String LOOKALIKE_DIGITS = "012568";
  private static final String LOOKALIKE_LETTERS = "OIZSGB";

  private static final String KIND = "IDVNM";
  private static final String COUNTRY = "VNM";
  private static final int START_OF_FILLERS = 18;

  /** Stands in for the name, which has no check digit, while the numbers are judged. */
  private static final String ANY_NAME = "A<<B" + "<".repeat(LENGTH - 4);

  private SeenLines() {}

  /** Whether it looks like the first line, mostly digits; one on its head does not. */
  public static boolean mayBeFirst(String line) {
    var seen = bare(line);
    return !isNoLine(seen)
        && letters(seen.substring(0, 9)).contains(COUNTRY)
        && seen.chars().filter(it -> it >= '0' && it <= '9').count() >= LEAST_DIGITS;
  }

  /**
   * Empty unless all check digits are right and the sex goes with the number.
   *
   * @param second without its eleven fillers
   */
  public static Optional<Numbers> numbers(String first, String second) {
    var top = bare(first);
    var below = bare(second);
    int country = letters(top.substring(0, Math.min(top.length(), 9))).indexOf(COUNTRY);
    if (country < 0
        || isNoLine(top)
        || below.length() <= START_OF_FILLERS
        || below.length() > LEAST) {
      return Optional.empty();
    }
    var numbers = new Numbers(first(top.substring(country + COUNTRY.length())), second(below));
    return card(numbers, ANY_NAME).isPresent() ? Optional.of(numbers) : Optional.empty();
  }

  /**
   * @param name family name first, its words separated by fillers, of letters as recognised
   * @return three lines of 30, for {@link CardCodes#read}; empty when they would say nothing
   */
  public static Optional<String> lines(Numbers numbers, String name) {
    if (name.length() > LENGTH) {
      return Optional.empty();
    }
    var line = name + "<".repeat(LENGTH - name.length());
    return card(numbers, line).map(_ -> numbers.first() + "\n" + numbers.second() + "\n" + line);
  }

  private static Optional<MachineLines> card(Numbers numbers, String name) {
    return CardCodes.read(numbers.first() + numbers.second() + name) instanceof MachineLines lines
            && sexGoesWithNumber(numbers)
        ? Optional.of(lines)
        : Optional.empty();
  }

  /** No check digit covers the letter; the fourth digit of the number tells it, too. */
  private static boolean sexGoesWithNumber(Numbers numbers) {
    boolean woman = (numbers.first().charAt(18) - '0') % 2 == 1;
    return numbers.second().charAt(7) == (woman ? 'F' : 'M');
  }

  private static boolean isNoLine(String line) {
    return line.length() < LEAST || line.length() > MOST;
  }

  private static String bare(String line) {
    return line.length() > 4 * MOST ? "" : NOT_IN_ALPHABET.matcher(line).replaceAll("");
  }

  /** After {@code IDVNM}: nine digits and one, twelve, two fillers, one. */
  private static String first(String seen) {
    int last = seen.length() - 1;
    return KIND
        + digits(seen.substring(0, Math.clamp(22, 0, last)))
        + "<<"
        + digits(seen.substring(last));
  }

  /** Birth date and digit, sex, last day and digit, {@code VNM}, eleven fillers, one. */
  private static String second(String seen) {
    var until = seen.substring(8, 15);
    return digits(seen.substring(0, 7))
        + letters(seen.substring(7, 8))
        + (until.startsWith("<<") ? until : digits(until))
        + letters(seen.substring(15, START_OF_FILLERS))
        + "<".repeat(11)
        + digits(seen.substring(seen.length() - 1));
  }

  private static String digits(String seen) {
    return replaced(seen, LETTERS, DIGITS);
  }

  /** A name's letters, or the letters of another field. */
  public static String letters(String seen) {
    return replaced(seen, LOOKALIKE_DIGITS, LOOKALIKE_LETTERS);
  }

  private static String replaced(String seen, String from, String to) {
    var replaced = new StringBuilder(seen.length());
    for (int i = 0; i < seen.length(); i++) {
      int at = from.indexOf(seen.charAt(i));
      replaced.append(at < 0 ? seen.charAt(i) : to.charAt(at));
    }
    return replaced.toString();
  }
}
