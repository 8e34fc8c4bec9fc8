package vn.ansinh.reading;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.Sex;
import vn.ansinh.platform.SearchText;
import vn.ansinh.reading.CardCode.CitizenCard;
import vn.ansinh.reading.CardCode.Reason;
import vn.ansinh.reading.CardCode.Refused;
import vn.ansinh.reading.Fields.Wrong;

/**
 * The QR of a CCCD: seven fields between bars. Newer cards may carry more behind them; those are
 * ignored.
 */
final class CitizenCardReader {

  private static final int FIELDS = 7;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{12}");
  private static final Pattern OLD_NUMBER = Pattern.compile("[0-9]{9}(?:[0-9]{3})?");

  /** Good enough to say what is wrong with it. */
  private static final Pattern MEANT = Pattern.compile("[0-9]{9,15}");

  private CitizenCardReader() {}

  static boolean isMeant(Fields fields) {
    return MEANT.matcher(fields.get(0)).matches();
  }

  static CardCode read(Fields fields) {
    if (fields.count() < FIELDS) {
      return new Refused(Reason.CUT_OFF);
    }
    try {
      return new CitizenCard(
          matching(NUMBER, fields.get(0)),
          fields.get(1).isEmpty() ? null : matching(OLD_NUMBER, fields.get(1)),
          FieldTexts.name(fields.get(2)),
          FieldDates.birth(fields.get(3)),
          sex(fields.get(4)),
          FieldTexts.line(fields.get(5)),
          FieldDates.day(fields.get(6)));
    } catch (Wrong e) {
      return new Refused(e.reason());
    }
  }

  private static String matching(Pattern form, String number) throws Wrong {
    if (!form.matcher(number).matches()) {
      throw new Wrong(Reason.WRONG_NUMBER);
    }
    return number;
  }

  private static @Nullable Sex sex(String field) throws Wrong {
    return switch (field.length() > 10 ? "?" : SearchText.of(field)) {
      case "" -> null;
      case "nam" -> Sex.MALE;
      case "nu" -> Sex.FEMALE;
      case "khac" -> Sex.OTHER;
      default -> throw new Wrong(Reason.WRONG_SEX);
    };
  }
}
