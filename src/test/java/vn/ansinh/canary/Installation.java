package vn.ansinh.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import vn.ansinh.launcher.DurableServer;
import vn.ansinh.launcher.Launched;
import vn.ansinh.notifications.Operator;
import vn.ansinh.support.PlainBrowser;
import vn.ansinh.support.TestDatabase;

/**
 * An installation under one directory, as it is shipped: the server as a process with its own
 * temporary directory, a mail server, a mobile operator and, where it is whole, PostgreSQL with its
 * own log.
 */
final class Installation implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  final Path directory;
  private final String database;
  private final String owner;
  private final String password;
  private final AutoCloseable databaseServer;
  private final boolean durable;
  private String virtualMachine = "";
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "localhost", "smtp"));
  private final Operator operator = new Operator();
  private final int port = Launched.freePort();
  private Launched server;

  private Installation(
      Path directory,
      AutoCloseable databaseServer,
      boolean durable,
      String database,
      String owner,
      String password)
      throws IOException {
    this.directory = directory;
    this.databaseServer = databaseServer;
    this.durable = durable;
    this.database = database;
    this.owner = owner;
    this.password = password;
    Files.createDirectories(directory.resolve("tmp"));
    mail.start();
  }

  static Installation whole(Path directory) throws IOException {
    var server = DurableServer.startIn(directory.resolve("home"));
    return new Installation(
        directory, server, true, server.url(), DurableServer.OWNER, DurableServer.PASSWORD);
  }

  /** On the tests' PostgreSQL, for what does not look at the database's own files. */
  static Installation onSharedServer(Path directory) throws IOException {
    return new Installation(
        directory,
        () -> {},
        false,
        TestDatabase.installed(),
        TestDatabase.OWNER,
        TestDatabase.OWNER);
  }

  /**
   * With a heap that is all in memory from the beginning: what the process takes more is taken
   * beside it, and what a request wants inside has no more room than there is.
   */
  void startWithWholeHeap() throws Exception {
    virtualMachine = " -Xms512m -XX:+AlwaysPreTouch";
    start();
  }

  void start() throws Exception {
    server = Launched.server(port, environment()).untilReady();
  }

  /** What {@code bin/ansinh} prints. */
  String command(String... arguments) throws Exception {
    try (var command = Launched.command(environment(), arguments)) {
      assertThat(command.exit()).as(String.join(" ", arguments) + command.output()).isZero();
      return command.output();
    }
  }

  PlainBrowser browser() {
    return new PlainBrowser("http://localhost:" + port);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(database, owner, password);
  }

  /** The address of the database, which the server surely knows. */
  String database() {
    return database;
  }

  String log() throws IOException {
    return server.output();
  }

  /** What the web process, without its workers, takes of the machine's memory. */
  long residentKilobytes() throws Exception {
    return server.residentKilobytes();
  }

  /** A dump of the web process's heap, in a directory of its own. */
  Path heap() throws Exception {
    var dumps = Files.createDirectories(directory.resolve("dumps"));
    server.heap(dumps.resolve("heap.hprof"));
    return dumps;
  }

  /** The first match in the newest message that has one, waited for. */
  String newest(Stream<String> messages, Pattern wanted) {
    return messages
        .map(wanted::matcher)
        .filter(it -> it.find())
        .map(it -> it.group())
        .reduce((_, last) -> last)
        .orElse("");
  }

  String mailed(String to, Pattern wanted) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> newest(mails(to), wanted), it -> !it.isEmpty());
  }

  String texted(String phone, Pattern wanted) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> newest(texts(phone), wanted), it -> !it.isEmpty());
  }

  private Stream<String> mails(String to) {
    return Stream.of(mail.getReceivedMessages())
        .filter(it -> recipients(it).contains(to))
        .map(Installation::text);
  }

  private Stream<String> texts(String phone) {
    return operator.messages.stream()
        .filter(it -> it.getDestAddress().endsWith(phone.substring(1)))
        .map(it -> new String(it.getShortMessage(), StandardCharsets.ISO_8859_1));
  }

  private Map<String, String> environment() {
    var settings = new HashMap<String, String>();
    settings.put("ANSINH_MODE", "demo");
    settings.put("ANSINH_PORT", Integer.toString(port));
    settings.put("ANSINH_HOME", directory.resolve("app").toString());
    settings.put("ANSINH_DATABASE_URL", database);
    settings.put("ANSINH_DATABASE_USER", owner);
    settings.put("ANSINH_DATABASE_PASSWORD", password);
    settings.put("ANSINH_SECRET_KEY", "dGVzdHMgb25seTogdGhpcnR5LXR3byBieXRlcyBvciBtb3Jl");
    settings.put("ANSINH_AUDIT_SEALING", "false");
    settings.put("ANSINH_MAIL_BY", "smtp");
    settings.put("ANSINH_MAIL_HOST", "localhost");
    settings.put("ANSINH_MAIL_PORT", Integer.toString(mail.getSmtp().getPort()));
    settings.put("ANSINH_MAIL_SECURITY", "none");
    settings.put("ANSINH_MAIL_FROM", "ansinh@example.vn");
    settings.put("ANSINH_SMS_BY", "smpp");
    settings.put("ANSINH_SMS_HOST", "localhost");
    settings.put("ANSINH_SMS_PORT", Integer.toString(operator.port()));
    settings.put("ANSINH_SMS_SYSTEM_ID", Operator.SYSTEM_ID);
    settings.put("ANSINH_SMS_PASSWORD", Operator.PASSWORD);
    settings.put("ANSINH_SMS_SENDER", "BHXH");
    settings.put("ANSINH_DEMO_SEED", "false");
    // The tests' own server forces nothing to disk, which is refused otherwise.
    settings.put("ANSINH_INSTALLATION_STRICT", Boolean.toString(durable));
    settings.put("ANSINH_IMAGING_WORKERS", "1");
    settings.put(
        "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + directory.resolve("tmp") + virtualMachine);
    return settings;
  }

  private static List<String> recipients(MimeMessage message) {
    try {
      return Stream.of(message.getAllRecipients()).map(Object::toString).toList();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Part part) {
    try {
      var content = part.getContent();
      if (content instanceof Multipart many) {
        var all = new StringBuilder();
        for (int i = 0; i < many.getCount(); i++) {
          all.append(text(many.getBodyPart(i))).append('\n');
        }
        return all.toString();
      }
      return content instanceof String written ? written : "";
    } catch (IOException | jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws Exception {
    if (server != null) {
      server.close();
    }
    operator.close();
    mail.stop();
    databaseServer.close();
  }
}
