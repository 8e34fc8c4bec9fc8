package vn.ansinh.reading;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.Sex;
import vn.ansinh.reading.CardCode.MachineLines;
import vn.ansinh.reading.CardCode.Reason;
import vn.ansinh.reading.CardCode.Refused;
import vn.ansinh.reading.Fields.Wrong;

/**
 * The three lines of 30 characters on the back of a CCCD (ICAO Doc 9303 part 5, TD1), typed or
 * recognised in a picture. The Vietnamese card writes the last nine digits of its number as the
 * document number and all twelve as optional data, with a check digit of their own.
 */
final class MachineLinesReader {

  static final int LENGTH = 30;

  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern ALPHABET = Pattern.compile("[0-9A-Z<]+");
  private static final Pattern FIRST =
      Pattern.compile("I[A-Z<]VNM([0-9]{9})[0-9]([0-9]{12})<<[0-9]");
  private static final Pattern SECOND =
      Pattern.compile("[0-9]{7}[MF<][0-9<]{7}[A-Z<]{3}<{11}[0-9]");
  private static final Pattern NAME = Pattern.compile("[A-Z]+(?:<{1,2}[A-Z]+)*<*");
  private static final Pattern NO_TERM = Pattern.compile("<{6}|0{6}|991231");

  private MachineLinesReader() {}

  static boolean isMeant(String text) {
    return text.indexOf('<') >= 0
        && (text.startsWith("I") || text.startsWith("i"))
        && text.indexOf("://") < 0;
  }

  /** The lines may stand under one another or in a row, with or without spaces between. */
  static CardCode read(String text) {
    var characters = BLANK.matcher(text.replace("«", "<<")).replaceAll("");
    var all = characters.toUpperCase(Locale.ROOT);
    if (all.length() != 3 * LENGTH || !ALPHABET.matcher(all).matches()) {
      return new Refused(Reason.WRONG_LINES);
    }
    try {
      return read(
          all.substring(0, LENGTH), all.substring(LENGTH, 2 * LENGTH), all.substring(2 * LENGTH));
    } catch (Wrong e) {
      return new Refused(e.reason());
    }
  }

  private static MachineLines read(String first, String second, String third) throws Wrong {
    var numbers = FIRST.matcher(first);
    if (!numbers.matches() || !SECOND.matcher(second).matches()) {
      throw new Wrong(Reason.OTHER_PAPER);
    }
    check(first.substring(5, 14), first.charAt(14));
    check(first.substring(15, 27), first.charAt(29));
    check(second.substring(0, 6), second.charAt(6));
    check(second.substring(8, 14), second.charAt(14));
    check(
        first.substring(5)
            + second.substring(0, 7)
            + second.substring(8, 15)
            + second.substring(18, 29),
        second.charAt(29));
    var number = numbers.group(2);
    if (!number.endsWith(numbers.group(1))) {
      throw new Wrong(Reason.WRONG_NUMBER);
    }
    return new MachineLines(
        number, name(third), born(number, second), sex(second.charAt(7)), term(second));
  }

  private static void check(String field, char digit) throws Wrong {
    if (CheckDigits.of(field) != digit) {
      throw new Wrong(Reason.CHECK_DIGIT);
    }
  }

  private static String name(String line) throws Wrong {
    if (!NAME.matcher(line).matches()) {
      throw new Wrong(Reason.WRONG_NAME);
    }
    return line.replace('<', ' ').strip().replaceAll(" +", " ");
  }

  /** The lines leave the century out; the card's number tells it (decree 137/2015, article 13). */
  private static BirthDate born(String number, String line) throws Wrong {
    int century = 19 + (number.charAt(3) - '0') / 2;
    var year = Integer.toString(century) + line.substring(0, 2);
    return FieldDates.birth(line.substring(4, 6) + line.substring(2, 4) + year);
  }

  private static @Nullable Sex sex(char letter) {
    return switch (letter) {
      case 'M' -> Sex.MALE;
      case 'F' -> Sex.FEMALE;
      default -> null;
    };
  }

  private static @Nullable LocalDate term(String line) throws Wrong {
    var date = line.substring(8, 14);
    return NO_TERM.matcher(date).matches()
        ? null
        : FieldDates.day(date.substring(4) + date.substring(2, 4) + "20" + date.substring(0, 2));
  }
}
