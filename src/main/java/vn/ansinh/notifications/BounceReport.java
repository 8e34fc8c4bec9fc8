package vn.ansinh.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.jspecify.annotations.Nullable;

/**
 * Reads a delivery status notification (RFC 3464). Anybody may write to the mailbox, so nothing is
 * believed but what carries a mark of ours, nothing is followed into depth, and what is not plainly
 * a report is {@link Bounce.Unknown}; never throws. Addresses and texts of the far side are not
 * even looked at.
 */
class BounceReport {

  private static final Session NONE = Session.getInstance(new Properties());
  private static final int MOST_PARTS = 10;
  private static final int MOST_RECIPIENTS = 20;
  private static final int REPORT_BYTES = 32 * 1024;
  private static final int HEADER_CHARACTERS = 2_000;
  private static final Pattern STATUS =
      Pattern.compile("\\s*([245])\\.([0-9]{1,3})\\.([0-9]{1,3})(?![0-9.]).*", Pattern.DOTALL);
  private static final Pattern SERVER = Pattern.compile("mailer-daemon|postmaster");
  private static final List<String> SENT_TO =
      List.of("To", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To");
  private static final List<String> RETURNED = List.of(ReturnPath.HEADER, "Return-Path");

  private final MailMarks marks;

  BounceReport(MailMarks marks) {
    this.marks = marks;
  }

  /**
   * @param beginning of the mail; it may have been cut off
   */
  Bounce read(byte[] beginning) {
    try {
      return read(new MimeMessage(NONE, new ByteArrayInputStream(beginning)));
    } catch (MessagingException | IOException | RuntimeException e) {
      return new Bounce.Unknown();
    }
  }

  private Bounce read(MimeMessage mail) throws MessagingException, IOException {
    var parts = parts(mail);
    var named = new HashSet<UUID>();
    for (var header : SENT_TO) {
      named.addAll(named(mail.getHeader(header)));
    }
    for (var part : parts) {
      named.addAll(returned(part));
    }
    if (named.size() != 1) {
      // Nobody's, or of two of ours at once, which no mail server writes.
      return new Bounce.Unknown();
    }
    var message = named.iterator().next();
    var status = parts.stream().filter(BounceReport::isStatus).findFirst();
    if (status.isPresent()) {
      return verdict(message, groups(status.get()));
    }
    return isAutomatic(mail) ? new Bounce.AutoReply(message) : new Bounce.Unknown();
  }

  /** Of a report only, and only those directly in it. */
  private static List<MimeBodyPart> parts(MimeMessage mail) throws MessagingException {
    if (!new ContentType(mail.getContentType()).match("multipart/report")) {
      return List.of();
    }
    var report = new MimeMultipart(mail.getDataHandler().getDataSource());
    var parts = new ArrayList<MimeBodyPart>();
    for (int i = 0; i < Math.min(report.getCount(), MOST_PARTS); i++) {
      parts.add((MimeBodyPart) report.getBodyPart(i));
    }
    return parts;
  }

  private static boolean isStatus(MimeBodyPart part) {
    return is(part, "message/delivery-status", "message/global-delivery-status");
  }

  private static boolean is(MimeBodyPart part, String... types) {
    return Stream.of(types)
        .anyMatch(
            it -> {
              try {
                return part.isMimeType(it);
              } catch (MessagingException e) {
                return false;
              }
            });
  }

  private Set<UUID> returned(MimeBodyPart part) throws MessagingException, IOException {
    if (!is(part, "text/rfc822-headers", "message/rfc822", "message/global-headers")
        && !is(part, "message/global")) {
      return Set.of();
    }
    var headers = new InternetHeaders(beginning(part), true);
    var named = new HashSet<UUID>();
    for (var header : RETURNED) {
      named.addAll(named(headers.getHeader(header)));
    }
    return named;
  }

  private Set<UUID> named(String @Nullable [] values) {
    if (values == null) {
      return Set.of();
    }
    var text = String.join("\n", values);
    return marks.in(text.substring(0, Math.min(text.length(), HEADER_CHARACTERS)));
  }

  /**
   * Decoded even where only RFC 6533 allows a coding and the mail library does not look for one.
   */
  private static ByteArrayInputStream beginning(MimeBodyPart part)
      throws MessagingException, IOException {
    var coding = part.getEncoding();
    try (var raw = part.getRawInputStream();
        var in = coding == null ? raw : MimeUtility.decode(raw, coding)) {
      return new ByteArrayInputStream(in.readNBytes(REPORT_BYTES));
    }
  }

  /** One for each recipient. */
  private static List<InternetHeaders> groups(MimeBodyPart part)
      throws MessagingException, IOException {
    var status = new DeliveryStatus(beginning(part));
    var groups = new ArrayList<InternetHeaders>();
    if (status.getMessageDSN().getHeader("Action") != null) {
      // Some servers leave out what concerns the message as a whole.
      groups.add(status.getMessageDSN());
    }
    for (int i = 0; i < status.getRecipientDSNCount(); i++) {
      if (status.getRecipientDSN(i).getAllHeaders().hasMoreElements()) {
        groups.add(status.getRecipientDSN(i));
      }
    }
    return groups;
  }

  /**
   * An e-mail of ours has one recipient; behind it there may be several mailboxes, and it has
   * failed only if it failed for all.
   */
  private static Bounce verdict(UUID message, List<InternetHeaders> groups) {
    if (groups.isEmpty() || groups.size() > MOST_RECIPIENTS) {
      return new Bounce.Unknown();
    }
    var all = groups.stream().map(it -> verdict(message, it)).toList();
    return Stream.of(Bounce.Unknown.class, Bounce.Passed.class, Bounce.Delayed.class)
        .flatMap(kind -> all.stream().filter(kind::isInstance))
        .findFirst()
        .orElse(all.getFirst());
  }

  /**
   * The action decides, as RFC 3464 §2.3.3 has it: after {@code failed} the server tries no more
   * and says no more. One that gave up after days names 4.4.7 or the last passing reason, another
   * 4.x.x, which by RFC 3463 §2 only means that sending again may succeed.
   */
  private static Bounce verdict(UUID message, InternetHeaders recipient) {
    var problem = problem(recipient.getHeader("Status", null));
    return switch (action(recipient)) {
      case "failed" ->
          problem
              .filter(it -> !BounceReason.isSuccess(it))
              .<Bounce>map(it -> new Bounce.Failed(message, it))
              .orElseGet(Bounce.Unknown::new);
      case "delayed" ->
          problem.<Bounce>map(it -> new Bounce.Delayed(message, it)).orElseGet(Bounce.Unknown::new);
      case "delivered", "relayed", "expanded" -> new Bounce.Passed(message);
      default -> new Bounce.Unknown();
    };
  }

  private static String action(InternetHeaders recipient) {
    var action = recipient.getHeader("Action", null);
    return action == null ? "" : action.strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<String> problem(@Nullable String status) {
    var code = STATUS.matcher(status == null ? "" : status);
    return code.matches()
        ? Optional.of(
            BounceReason.problem(
                number(code.group(1)), number(code.group(2)), number(code.group(3))))
        : Optional.empty();
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /**
   * A receipt of reading or an absence note; what a mail server says in its own words is neither.
   */
  private static boolean isAutomatic(MimeMessage mail) throws MessagingException {
    var type = new ContentType(mail.getContentType());
    if (type.match("multipart/report")) {
      return "disposition-notification".equalsIgnoreCase(type.getParameter("report-type"));
    }
    return !SERVER.matcher(first(mail, "From")).find()
        && (first(mail, "Auto-Submitted").startsWith("auto-")
            || first(mail, "Precedence").equals("auto_reply")
            || mail.getHeader("X-Autoreply") != null
            || mail.getHeader("X-Autorespond") != null);
  }

  private static String first(MimeMessage mail, String header) throws MessagingException {
    var values = mail.getHeader(header);
    return values == null ? "" : values[0].strip().toLowerCase(Locale.ROOT);
  }
}
