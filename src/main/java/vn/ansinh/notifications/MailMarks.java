package vn.ansinh.notifications;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.Secrets;

/**
 * What an e-mail carries so that it is recognised when it comes back: the id of the message and 80
 * bits of a keyed hash over it. Whoever has not received a message cannot make its mark, and a mark
 * says nothing about anybody. Lower-case letters and digits, as mail servers change case.
 */
@Component
class MailMarks {

  /** Characters of a mark, always. */
  static final int LENGTH = 41;

  private static final int ID = 16;
  private static final int HASH = 10;
  private static final int BASE = 36;
  private static final String PURPOSE = "notifications.mail-mark";
  private static final Pattern MARK =
      Pattern.compile("(?<![a-z0-9])[a-z0-9]{41}(?![a-z0-9])", Pattern.CASE_INSENSITIVE);

  /** More than any mail has; a text full of them must not cost a hash each without end. */
  private static final int MOST_TRIED = 20;

  private final Secrets secrets;

  MailMarks(Secrets secrets) {
    this.secrets = secrets;
  }

  String of(UUID message) {
    var bytes =
        ByteBuffer.allocate(ID + HASH)
            .putLong(message.getMostSignificantBits())
            .putLong(message.getLeastSignificantBits())
            .put(hash(message))
            .array();
    var digits = new BigInteger(1, bytes).toString(BASE);
    return "0".repeat(LENGTH - digits.length()) + digits;
  }

  /** The messages of those marks in the text that are ours. */
  Set<UUID> in(String text) {
    var found = new HashSet<UUID>();
    var marks = MARK.matcher(text);
    for (int i = 0; i < MOST_TRIED && marks.find(); i++) {
      read(marks.group()).ifPresent(found::add);
    }
    return found;
  }

  private Optional<UUID> read(String mark) {
    var number = new BigInteger(mark, BASE);
    if (number.bitLength() > 8 * (ID + HASH)) {
      return Optional.empty();
    }
    var bytes = new byte[ID + HASH];
    var digits = number.toByteArray();
    int length = Math.min(digits.length, bytes.length);
    System.arraycopy(digits, digits.length - length, bytes, bytes.length - length, length);
    var buffer = ByteBuffer.wrap(bytes);
    var message = new UUID(buffer.getLong(), buffer.getLong());
    return MessageDigest.isEqual(hash(message), Arrays.copyOfRange(bytes, ID, bytes.length))
        ? Optional.of(message)
        : Optional.empty();
  }

  private byte[] hash(UUID message) {
    return Arrays.copyOf(secrets.hash(PURPOSE, message.toString()), HASH);
  }
}
