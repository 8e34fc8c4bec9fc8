package vn.ansinh.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import vn.ansinh.identity.NameCheck;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.platform.SearchText;
import vn.ansinh.reading.CardCode.Reason;
import vn.ansinh.reading.Fields.Wrong;

/** Names and other words of cards, plain or as hexadecimal UTF-8. */
final class FieldTexts {

  /** In UTF-16 units; addresses on cards have two lines. */
  private static final int LONGEST_LINE = 400;

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\uFFFD<>]");
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})*");

  private FieldTexts() {}

  /** A name of one word stands on cards, too, though the form asks about it. */
  static String name(String field) throws Wrong {
    return switch (PersonNames.check(field)) {
      case NameCheck.Valid(var written) -> written;
      case NameCheck.Doubtful(var written) -> written;
      case NameCheck.Invalid(var problem) -> {
        if (problem != NameCheck.Problem.NO_SPACES) {
          throw new Wrong(Reason.WRONG_NAME);
        }
        yield SearchText.written(field);
      }
    };
  }

  static String line(String field) throws Wrong {
    var line = SearchText.written(field);
    if (line.length() > LONGEST_LINE || UNPRINTABLE.matcher(line).find()) {
      throw new Wrong(Reason.WRONG_TEXT);
    }
    return line;
  }

  static String hex(String field) throws Wrong {
    if (!HEX.matcher(field).matches()) {
      throw new Wrong(Reason.WRONG_TEXT);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(HexFormat.of().parseHex(field)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new Wrong(Reason.WRONG_TEXT);
    }
  }
}
