package vn.ansinh.notifications;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;

/**
 * The mailbox of returned mail, by IMAP. What was understood is deleted; what was not is flagged
 * and left: such mails stand marked in any mail program and are not read here again until somebody
 * takes the mark off. They are left for a time and in a number that have a bound, for whoever
 * floods the mailbox must not keep reports from arriving in it. No mail is opened further than to
 * its first bytes, none becomes "seen".
 */
class BounceMailbox {

  private final BounceSettings settings;
  private final String protocol;
  private final Session session;

  BounceMailbox(BounceSettings settings, @Nullable SslBundles bundles) {
    this.settings = settings;
    this.protocol = settings.security() == MailSettings.Security.TLS ? "imaps" : "imap";
    this.session = Session.getInstance(properties(bundles));
  }

  /** Looks at one mail; anything thrown ends the visit and leaves the mail as it was. */
  interface Reader {

    /** Whether there is time for another one. */
    boolean goesOn();

    /**
     * @return whether the mail may be deleted
     */
    boolean read(byte[] beginning, Instant receivedAt);
  }

  /**
   * What lies there after a visit.
   *
   * @param waiting not looked at yet
   * @param left flagged for a person
   */
  record Backlog(int waiting, int left) {}

  /**
   * Shows the oldest mails that were not looked at yet, and deletes what was left too long.
   *
   * @param leftSince what came before is left no longer
   * @throws MessagingException when the server cannot be reached, does not let us in or breaks off
   * @throws IOException when the password's file cannot be read
   */
  Backlog visit(Instant leftSince, Reader reader) throws MessagingException, IOException {
    var password = Files.readString(Objects.requireNonNull(settings.passwordFile())).strip();
    try (Store store = session.getStore(protocol)) {
      store.connect(settings.host(), settings.port(), settings.username(), password);
      try (Folder folder = store.getFolder(settings.folder())) {
        folder.open(Folder.READ_WRITE);
        var waiting = waiting(folder);
        int looked = 0;
        for (var mail : oldest(folder, waiting)) {
          if (!reader.goesOn()) {
            break;
          }
          look((IMAPMessage) mail, store, reader);
          looked++;
        }
        return new Backlog(waiting.length - looked, clearUp(folder, leftSince));
      }
    }
  }

  /** Closing the folder removes what an earlier visit, broken off, has marked as deleted. */
  private static Message[] waiting(Folder folder) throws MessagingException {
    return folder.search(
        new AndTerm(with(Flags.Flag.DELETED, false), with(Flags.Flag.FLAGGED, false)));
  }

  private Message[] oldest(Folder folder, Message[] waiting) throws MessagingException {
    var first = Arrays.copyOf(waiting, Math.min(waiting.length, settings.most()));
    dates(folder, first);
    return first;
  }

  /** How many flagged ones are left. */
  private int clearUp(Folder folder, Instant leftSince) throws MessagingException {
    var flagged =
        folder.search(new AndTerm(with(Flags.Flag.DELETED, false), with(Flags.Flag.FLAGGED, true)));
    int tooMany = Math.max(0, flagged.length - settings.mostLeft());
    var rest = Arrays.copyOfRange(flagged, tooMany, flagged.length);
    dates(folder, rest);
    var gone = new ArrayList<>(List.of(flagged).subList(0, tooMany));
    for (var mail : rest) {
      var receivedAt = mail.getReceivedDate();
      if (receivedAt != null && receivedAt.toInstant().isBefore(leftSince)) {
        gone.add(mail);
      }
    }
    folder.setFlags(gone.toArray(Message[]::new), new Flags(Flags.Flag.DELETED), true);
    return flagged.length - gone.size();
  }

  private static void dates(Folder folder, Message[] mails) throws MessagingException {
    var profile = new FetchProfile();
    profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
    folder.fetch(mails, profile);
  }

  private static FlagTerm with(Flags.Flag flag, boolean set) {
    return new FlagTerm(new Flags(flag), set);
  }

  /** One mail the server itself cannot hand out must not keep all others from being read. */
  private void look(IMAPMessage mail, Store store, Reader reader) throws MessagingException {
    boolean done;
    try {
      var receivedAt = mail.getReceivedDate();
      var at = receivedAt == null ? Instant.MAX : receivedAt.toInstant();
      done = reader.read(beginning(mail), at);
    } catch (MessageRemovedException _) {
      return;
    } catch (MessagingException | IOException e) {
      if (!store.isConnected()) {
        throw e instanceof MessagingException m
            ? m
            : new MessagingException("broken off", (Exception) e);
      }
      done = false;
    }
    mark(mail, done ? Flags.Flag.DELETED : Flags.Flag.FLAGGED);
  }

  private static void mark(IMAPMessage mail, Flags.Flag flag) throws MessagingException {
    try {
      mail.setFlag(flag, true);
    } catch (MessageRemovedException _) {
      // Somebody else has dealt with it.
    }
  }

  private byte[] beginning(IMAPMessage mail) throws MessagingException, IOException {
    mail.setPeek(true);
    try (var in = mail.getMimeStream()) {
      return in.readNBytes(settings.bytes());
    }
  }

  private Properties properties(@Nullable SslBundles bundles) {
    var properties = new Properties();
    var prefix = "mail." + protocol + ".";
    properties.put(prefix + "connectiontimeout", "" + settings.connectTimeout().toMillis());
    properties.put(prefix + "timeout", "" + settings.timeout().toMillis());
    properties.put(prefix + "writetimeout", "" + settings.timeout().toMillis());
    properties.put(prefix + "ssl.checkserveridentity", "true");
    properties.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
    var upgraded = settings.security() == MailSettings.Security.STARTTLS;
    properties.put(prefix + "starttls.enable", "" + upgraded);
    properties.put(prefix + "starttls.required", "" + upgraded);
    properties.put(prefix + "partialfetch", "true");
    if (settings.sslBundle() != null && bundles != null) {
      properties.put(
          prefix + "ssl.socketFactory",
          bundles.getBundle(settings.sslBundle()).createSslContext().getSocketFactory());
    }
    return properties;
  }
}
