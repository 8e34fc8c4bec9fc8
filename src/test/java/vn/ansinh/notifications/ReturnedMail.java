package vn.ansinh.notifications;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A mailbox of returned mail on GreenMail: arrives by SMTP, is read by IMAP. */
final class ReturnedMail implements AutoCloseable {

  static final String ADDRESS = "tra-lai@example.vn";
  static final int MOST_LEFT = 3;
  private static final String USER = "tra-lai";
  private static final String PASSWORD = "chiec-la-da";

  final GreenMail server;
  private final String imap;
  private final Path password;

  ReturnedMail() throws Exception {
    this(ServerSetup.PROTOCOL_IMAP);
  }

  /**
   * @param imap {@code imaps} for TLS
   */
  ReturnedMail(String imap) throws Exception {
    this.imap = imap;
    server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "localhost", imap)
            });
    server.start();
    server.setUser(ADDRESS, USER, PASSWORD);
    password = Files.writeString(Files.createTempFile("bounces", ".password"), PASSWORD + "\n");
  }

  BounceSettings settings() {
    return settings(imapPort(), 200);
  }

  BounceSettings settings(int port, int most) {
    return settings("localhost", port, password, most, null);
  }

  BounceSettings settings(String host, int port, Path passwordFile, int most, String bundle) {
    var tls = imap.equals(ServerSetup.PROTOCOL_IMAPS);
    return new BounceSettings(
        host,
        port,
        tls ? MailSettings.Security.TLS : MailSettings.Security.NONE,
        USER,
        passwordFile,
        "INBOX",
        ADDRESS,
        "+",
        Duration.ofMinutes(1),
        most,
        Duration.ofDays(30),
        MOST_LEFT,
        64 * 1024,
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        bundle);
  }

  Path passwordFile() {
    return password;
  }

  int imapPort() {
    return imap.equals(ServerSetup.PROTOCOL_IMAPS)
        ? server.getImaps().getPort()
        : server.getImap().getPort();
  }

  /** Byte for byte, whatever it is. */
  void arrive(byte[] mail) throws IOException {
    try (var socket = new Socket("localhost", server.getSmtp().getPort());
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      var out = socket.getOutputStream();
      in.readLine();
      for (var line :
          List.of(
              "HELO mx.example.com",
              "MAIL FROM:<mailer-daemon@mx.example.com>",
              "RCPT TO:<" + ADDRESS + ">")) {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        answered(in, "250");
      }
      out.write("DATA\r\n".getBytes(StandardCharsets.US_ASCII));
      answered(in, "354");
      var text =
          new String(mail, StandardCharsets.ISO_8859_1)
              .replaceAll("\r?\n", "\r\n")
              .replaceAll("(?m)^\\.", "..");
      out.write((text + "\r\n.\r\n").getBytes(StandardCharsets.ISO_8859_1));
      answered(in, "250");
    }
  }

  void arrive(String mail) throws IOException {
    arrive(mail.getBytes(StandardCharsets.UTF_8));
  }

  private static void answered(BufferedReader in, String code) throws IOException {
    var line = in.readLine();
    if (line == null || !line.startsWith(code)) {
      throw new AssertionError(line);
    }
  }

  List<StoredMessage> left() throws Exception {
    return inbox().getMessages();
  }

  long flagged() throws Exception {
    return left().stream().filter(it -> it.getFlags().contains(Flags.Flag.FLAGGED)).count();
  }

  MailFolder inbox() throws Exception {
    var user = server.getUserManager().getUser(USER);
    return server.getManagers().getImapHostManager().getInbox(user);
  }

  @Override
  public void close() {
    server.stop();
    try {
      Files.deleteIfExists(password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
