package vn.ansinh.notifications;

import java.io.ByteArrayOutputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text messages in the GSM-7 default alphabet (3GPP TS 23.038), one octet per character as SMPP
 * carries it: 160 characters in one message, 153 in each part of a longer one.
 */
final class SmsText {

  static final int WHOLE = 160;
  static final int PART = 153;

  private static final int ESCAPE = 0x1b;
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENDED = "\f^{}\\[~]|€";
  private static final byte[] EXTENDED_CODES = {
    0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65
  };
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private SmsText() {}

  /** Without diacritics, as every phone shows it; what the alphabet lacks becomes {@code ?}. */
  static String plain(String text) {
    var bare =
        MARKS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
            .replaceAll("")
            .replace('đ', 'd')
            .replace('Đ', 'D')
            .replace('“', '"')
            .replace('”', '"')
            .replace('‘', '\'')
            .replace('’', '\'')
            .replace('–', '-')
            .replace('—', '-');
    var plain = new StringBuilder();
    bare.codePoints()
        .forEach(it -> plain.append(it < 0x80 && isWritable((char) it) ? (char) it : '?'));
    return plain.toString();
  }

  static boolean isWritable(char character) {
    return character != ESCAPE
        && (BASIC.indexOf(character) >= 0 || EXTENDED.indexOf(character) >= 0);
  }

  /** Length in septets: characters of the extension table count twice. */
  static int length(String text) {
    return text.chars().map(it -> EXTENDED.indexOf(it) >= 0 ? 2 : 1).sum();
  }

  /**
   * The message as octets, in as many parts as it needs.
   *
   * @throws IllegalArgumentException for a character outside the alphabet
   */
  static List<byte[]> parts(String text) {
    var room = length(text) <= WHOLE ? WHOLE : PART;
    var parts = new ArrayList<byte[]>();
    var part = new ByteArrayOutputStream();
    for (char character : text.toCharArray()) {
      var octets = octets(character);
      if (part.size() + octets.length > room) {
        parts.add(part.toByteArray());
        part.reset();
      }
      part.writeBytes(octets);
    }
    parts.add(part.toByteArray());
    return parts;
  }

  private static byte[] octets(char character) {
    int extended = EXTENDED.indexOf(character);
    if (extended >= 0) {
      return new byte[] {ESCAPE, EXTENDED_CODES[extended]};
    }
    int basic = BASIC.indexOf(character);
    if (basic < 0 || basic == ESCAPE) {
      throw new IllegalArgumentException("not in the GSM-7 alphabet: U+" + (int) character);
    }
    return new byte[] {(byte) basic};
  }
}
