package vn.ansinh.notifications;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/**
 * Writes e-mails: plain text and the same as HTML, in UTF-8, with the document that belongs to it.
 */
class MailLetters {

  private static final String UTF_8 = "UTF-8";

  private final InternetAddress from;
  private final @Nullable InternetAddress replyTo;
  private final String domain;
  private final @Nullable ReturnPath returnPath;
  private final Enclosures enclosures;
  private final Clock clock;

  /**
   * @param returnPath where undeliverable mail goes; to the sender when there is none
   */
  MailLetters(
      MailSettings settings, @Nullable ReturnPath returnPath, Enclosures enclosures, Clock clock)
      throws MessagingException, UnsupportedEncodingException {
    var address = Objects.requireNonNull(settings.from());
    this.from = new InternetAddress(address, settings.fromName(), UTF_8);
    this.from.validate();
    this.replyTo =
        settings.replyTo() == null ? null : new InternetAddress(settings.replyTo(), true);
    this.domain = address.substring(address.lastIndexOf('@') + 1);
    this.returnPath = returnPath;
    this.enclosures = enclosures;
    this.clock = clock;
  }

  /** The photos of a form just submitted may still have to be made safe. */
  boolean isReady(Outgoing message) {
    var enclosure = message.content().enclosure();
    return enclosure == null || enclosures.isReady(enclosure, message.subjectId());
  }

  SMTPMessage write(Session session, Outgoing message)
      throws MessagingException, EnclosureMissing, EnclosureUnwanted {
    var letter = new Letter(session, "<%s@%s>".formatted(message.id(), domain));
    var content = message.content();
    letter.setFrom(from);
    if (replyTo != null) {
      letter.setReplyTo(new InternetAddress[] {replyTo});
    }
    letter.setRecipient(Message.RecipientType.TO, new InternetAddress(message.recipient()));
    letter.setSubject(Objects.requireNonNullElse(content.title(), ""), UTF_8);
    letter.setSentDate(Date.from(clock.instant()));
    letter.setHeader("Auto-Submitted", "auto-generated");
    if (returnPath != null) {
      returnPath.write(letter, message.id());
    }
    letter.setContentLanguage(new String[] {message.language().getLanguage()});
    letter.setContent(body(message));
    letter.saveChanges();
    return letter;
  }

  private Multipart body(Outgoing message)
      throws MessagingException, EnclosureMissing, EnclosureUnwanted {
    var content = message.content();
    var text = new MimeBodyPart();
    text.setText(content.text(), UTF_8);
    var html = new MimeBodyPart();
    html.setText(MailHtml.of(content.text(), message.language()), UTF_8, "html");
    var alternatives = new MimeMultipart("alternative", text, html);
    if (content.enclosure() == null) {
      return alternatives;
    }
    if (!enclosures.isWanted(content.enclosure(), message.subjectId())) {
      if (content.enclosure().isWholeMessage()) {
        throw new EnclosureUnwanted();
      }
      return alternatives;
    }
    var first = new MimeBodyPart();
    first.setContent(alternatives);
    var document = enclosures.open(content.enclosure(), message.subjectId());
    var second = new MimeBodyPart();
    second.setDataHandler(
        new DataHandler(new ByteArrayDataSource(document.bytes(), document.contentType())));
    second.setFileName(document.fileName());
    return new MimeMultipart("mixed", first, second);
  }

  /** Keeps the Message-ID it was given, at every try the same. */
  private static final class Letter extends SMTPMessage {

    private final String messageId;

    Letter(Session session, String messageId) {
      super(session);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
