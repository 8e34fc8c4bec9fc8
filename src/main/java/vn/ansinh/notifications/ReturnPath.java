package vn.ansinh.notifications;

import jakarta.mail.MessagingException;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/**
 * Where a mail server sends what it cannot deliver, with the mark by which it is recognised: in the
 * envelope's sender and, for servers that do not return to it whole, in a header.
 */
record ReturnPath(BounceSettings settings, MailMarks marks) {

  static final String HEADER = "X-AnSinh-Message";

  void write(SMTPMessage letter, UUID message) throws MessagingException {
    var mark = marks.of(message);
    letter.setHeader(HEADER, mark);
    letter.setEnvelopeFrom(sender(mark));
    // Asked only of servers that can: tell of delays too, and return no text, it may be a code.
    letter.setNotifyOptions(SMTPMessage.NOTIFY_FAILURE | SMTPMessage.NOTIFY_DELAY);
    letter.setReturnOption(SMTPMessage.RETURN_HDRS);
  }

  private String sender(String mark) {
    var address = Objects.requireNonNull(settings.address());
    if (settings.separator().isEmpty()) {
      return address;
    }
    int at = address.lastIndexOf('@');
    return address.substring(0, at) + settings.separator() + mark + address.substring(at);
  }
}
