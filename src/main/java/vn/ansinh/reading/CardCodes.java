package vn.ansinh.reading;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.ansinh.reading.CardCode.Form01;
import vn.ansinh.reading.CardCode.Reason;
import vn.ansinh.reading.CardCode.Refused;

/**
 * Tells what a scanned, typed or pasted code is and reads it. Never throws; time and memory grow
 * with the text's length and no faster.
 */
public final class CardCodes {

  /** In UTF-16 units; the longest card known has about 600. */
  public static final int LONGEST = 4_000;

  private static final Pattern FORM_01 =
      Pattern.compile("ANSINH:F01:(F01-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4})");
  private static final Pattern LINK =
      Pattern.compile("(?:https?://|www\\.).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** EMVCo payload: format indicator 00, length 02, value 01. */
  private static final String PAYMENT = "000201";

  private CardCodes() {}

  public static CardCode read(String text) {
    if (text.length() > LONGEST) {
      return new Refused(Reason.TOO_LONG);
    }
    var code = text.strip();
    if (code.isEmpty()) {
      return new Refused(Reason.EMPTY);
    }
    if (code.indexOf('|') >= 0) {
      return fields(code);
    }
    return MachineLinesReader.isMeant(code) ? MachineLinesReader.read(code) : other(code);
  }

  /**
   * The social-insurance number stands first on one card, the 12 digits of a person on the other.
   */
  private static CardCode fields(String code) {
    var fields = Fields.of(code);
    if (InsuranceCardReader.isMeant(fields)) {
      return InsuranceCardReader.read(fields);
    }
    return CitizenCardReader.isMeant(fields)
        ? CitizenCardReader.read(fields)
        : new Refused(Reason.UNKNOWN);
  }

  private static CardCode other(String code) {
    var form = FORM_01.matcher(code.toUpperCase(Locale.ROOT));
    if (form.matches()) {
      return new Form01(form.group(1));
    }
    if (code.startsWith(PAYMENT)) {
      return new Refused(Reason.PAYMENT);
    }
    return new Refused(LINK.matcher(code).matches() ? Reason.LINK : Reason.UNKNOWN);
  }
}
