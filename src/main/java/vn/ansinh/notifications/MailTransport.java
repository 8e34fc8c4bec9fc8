package vn.ansinh.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.accounts.Channel;

/**
 * E-mail by SMTP. A batch shares one connection; 5xx about a recipient or a message is final, 4xx
 * is tried again, and a connection that breaks under a message leaves open whether it arrived, so
 * it is repeated with the same Message-ID.
 */
class MailTransport implements Transport {

  private static final Logger LOG = LoggerFactory.getLogger(MailTransport.class);
  private static final Pattern QUEUED_AS = Pattern.compile("queued as ([A-Za-z0-9.-]{4,64})");

  private final Session session;
  private final MailSettings settings;
  private final MailLetters letters;
  private final Duration batchWithin;
  private final Clock clock;

  MailTransport(
      Session session,
      MailSettings settings,
      MailLetters letters,
      Duration batchWithin,
      Clock clock) {
    this.session = session;
    this.settings = settings;
    this.letters = letters;
    this.batchWithin = batchWithin;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public void hand(List<Outgoing> batch, BiConsumer<Outgoing, Handing> told) {
    SMTPTransport connection;
    try {
      connection = (SMTPTransport) session.getTransport("smtp");
      connection.connect(
          settings.host(), settings.port(), settings.username(), settings.password());
    } catch (MessagingException e) {
      batch.forEach(it -> told.accept(it, new Handing.Unreachable(problem(e))));
      return;
    }
    try {
      handAll(connection, batch, told);
    } finally {
      close(connection);
    }
  }

  private void handAll(
      SMTPTransport connection, List<Outgoing> batch, BiConsumer<Outgoing, Handing> told) {
    var until = clock.instant().plus(batchWithin);
    var usable = true;
    for (var message : batch) {
      var now = clock.instant();
      if (message.isExpired(now)) {
        told.accept(message, new Handing.Expired());
      } else if (!usable || now.isAfter(until)) {
        told.accept(message, new Handing.NotTried("BATCH_ENDED"));
      } else {
        var answer = hand(connection, message);
        usable = !(answer instanceof Handing.CutOff || answer instanceof Handing.Unreachable);
        told.accept(message, answer);
      }
    }
  }

  private Handing hand(SMTPTransport connection, Outgoing message) {
    try {
      if (!letters.isReady(message)) {
        return new Handing.NotTried("ENCLOSURE_WAITS");
      }
      var letter = letters.write(session, message);
      connection.sendMessage(letter, letter.getAllRecipients());
      return new Handing.HandedOver(queueId(connection.getLastServerResponse()));
    } catch (EnclosureUnwanted e) {
      return new Handing.Unwanted();
    } catch (EnclosureMissing e) {
      return new Handing.Refused("ENCLOSURE_GONE");
    } catch (RuntimeException e) {
      LOG.error("an e-mail could not be written: {}", e.getClass().getName());
      return new Handing.Deferred("FAULT");
    } catch (MessagingException e) {
      return judge(e);
    }
  }

  /** By now every message has its answer; how the connection ends changes none of them. */
  private static void close(SMTPTransport connection) {
    try {
      connection.close();
    } catch (MessagingException e) {
      LOG.debug("closing failed: {}", e.getClass().getName());
    }
  }

  private static Handing judge(MessagingException thrown) {
    for (Exception e = thrown; e instanceof MessagingException m; e = m.getNextException()) {
      switch (e) {
        case SMTPSenderFailedException sender -> {
          return new Handing.Deferred("SMTP_" + sender.getReturnCode());
        }
        case SMTPAddressFailedException address -> {
          return judge(address.getReturnCode());
        }
        case SMTPSendFailedException send
            when !(send.getNextException() instanceof MessagingException) -> {
          return judge(send.getReturnCode());
        }
        default -> {}
      }
    }
    return new Handing.CutOff("CONNECTION_CUT");
  }

  private static Handing judge(int code) {
    if (code == 421) {
      return new Handing.Unreachable("SMTP_421");
    }
    if (code >= 500) {
      return new Handing.Refused("SMTP_" + code);
    }
    return code >= 400
        ? new Handing.Deferred("SMTP_" + code)
        : new Handing.CutOff("CONNECTION_CUT");
  }

  private static String problem(MessagingException e) {
    return e instanceof jakarta.mail.AuthenticationFailedException
        ? "SIGN_IN_REFUSED"
        : "UNREACHABLE";
  }

  private static @Nullable String queueId(@Nullable String response) {
    if (response == null) {
      return null;
    }
    var id = QUEUED_AS.matcher(response);
    return id.find() ? id.group(1) : null;
  }
}
