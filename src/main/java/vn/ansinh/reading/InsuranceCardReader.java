package vn.ansinh.reading;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.IdentityDocuments;
import vn.ansinh.identity.NumberCheck;
import vn.ansinh.identity.Sex;
import vn.ansinh.reading.CardCode.InsuranceCard;
import vn.ansinh.reading.CardCode.Reason;
import vn.ansinh.reading.CardCode.Refused;
import vn.ansinh.reading.Fields.Wrong;

/**
 * The QR of a health-insurance card in its three forms: 15 fields and a short one of 10 on paper
 * cards, 17 on new ones and in the app. All end with {@code $}. The check string (field 14) can be
 * verified by nobody outside and is not looked at.
 */
final class InsuranceCardReader {

  private static final int SHORT = 10;
  private static final int PAPER = 15;
  private static final int NEW = 17;
  private static final String END = "$";
  private static final Pattern CARD_NUMBER = Pattern.compile("[A-Za-z]{2}[0-9]{13}");
  private static final Pattern FACILITY =
      Pattern.compile("([0-9]{2})\\s{0,3}-?\\s{0,3}([0-9A-Z]{3})");

  private InsuranceCardReader() {}

  /**
   * By its end mark; by its number, where the end is missing; by the hexadecimal name, which no
   * other card has.
   */
  static boolean isMeant(Fields fields) {
    var first = fields.get(0);
    return fields.get(fields.count() - 1).equals(END)
        || CARD_NUMBER.matcher(first).matches()
        || (first.length() == 10 && isHexadecimal(fields.get(1)));
  }

  static CardCode read(Fields fields) {
    if (!isWhole(fields)) {
      return new Refused(Reason.CUT_OFF);
    }
    try {
      return card(fields, fields.count() == NEW);
    } catch (Wrong e) {
      return new Refused(e.reason());
    }
  }

  private static InsuranceCard card(Fields fields, boolean isNew) throws Wrong {
    boolean isShort = fields.count() == SHORT;
    return new InsuranceCard(
        number(fields.get(0)),
        fields.get(0).length() == 15 ? fields.get(0).toUpperCase(Locale.ROOT) : null,
        FieldTexts.name(FieldTexts.hex(fields.get(1))),
        FieldDates.birth(fields.get(2)),
        sex(fields.get(3)),
        text(fields.get(4)),
        facility(fields.get(5)),
        FieldDates.day(fields.get(6)),
        FieldDates.day(fields.get(7)),
        FieldDates.day(fields.get(8)),
        isShort ? null : text(fields.get(10)),
        isShort ? null : FieldDates.day(fields.get(12)),
        isNew ? level(fields.get(14)) : null,
        isNew ? text(fields.get(15)) : null);
  }

  private static boolean isWhole(Fields fields) {
    int count = fields.count();
    return (count == SHORT || count == PAPER || count == NEW) && fields.get(count - 1).equals(END);
  }

  private static boolean isHexadecimal(String name) {
    return name.length() >= 8 && name.chars().allMatch(it -> Character.digit(it, 16) >= 0);
  }

  private static String number(String field) throws Wrong {
    if (IdentityDocuments.socialInsuranceNumber(field) instanceof NumberCheck.Valid(var number)) {
      return number;
    }
    throw new Wrong(Reason.WRONG_NUMBER);
  }

  private static @Nullable Sex sex(String field) throws Wrong {
    return switch (field) {
      case "" -> null;
      case "1" -> Sex.MALE;
      case "2" -> Sex.FEMALE;
      default -> throw new Wrong(Reason.WRONG_SEX);
    };
  }

  private static @Nullable String text(String field) throws Wrong {
    var line = FieldTexts.line(FieldTexts.hex(field));
    return line.isEmpty() ? null : line;
  }

  private static @Nullable String facility(String field) throws Wrong {
    if (field.isEmpty()) {
      return null;
    }
    var code = FACILITY.matcher(field.toUpperCase(Locale.ROOT));
    if (!code.matches()) {
      throw new Wrong(Reason.WRONG_NUMBER);
    }
    return code.group(1) + code.group(2);
  }

  private static @Nullable Integer level(String field) throws Wrong {
    if (field.isEmpty()) {
      return null;
    }
    if (field.length() != 1 || field.charAt(0) < '1' || field.charAt(0) > '5') {
      throw new Wrong(Reason.WRONG_NUMBER);
    }
    return field.charAt(0) - '0';
  }
}
