package vn.ansinh.notifications;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.AnSinh;
import vn.ansinh.accounts.Contact;
import vn.ansinh.platform.Ids;

/**
 * {@code bin/bench notifications [messages] [repetitions]}: emptying a full outbox into a mail sink
 * against a bare loop of the client library writing the same letters over the same number of
 * connections to the same sink, A B A B. The database syncs every commit; the outbox's time holds
 * claiming, opening the seal, writing down the hand-over and erasing the content.
 */
public final class NotificationsBench {

  private static final int CONNECTIONS = 8;
  private static final double GOAL = 0.80;
  private static final double GOAL_PER_SECOND = 360;
  private static final Locale VIETNAMESE = Locale.of("vi");

  private NotificationsBench() {}

  public static void main(String[] arguments) throws Exception {
    int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
    int repetitions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    try (var postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        var sink = new Sink();
        var application =
            new SpringApplicationBuilder(AnSinh.class)
                .run(
                    "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                    "--spring.datasource.username=postgres",
                    "--spring.datasource.password=postgres",
                    "--server.port=0",
                    "--ansinh.mode=demo",
                    "--ansinh.demo.seed=false",
                    "--ansinh.secret.key=dGVzdHMgb25seTogdGhpcnR5LXR3byBieXRlcyBvciBtb3Jl",
                    "--ansinh.outbox.running=false",
                    "--ansinh.mail.by=smtp",
                    "--ansinh.mail.security=none",
                    "--ansinh.mail.host=localhost",
                    "--ansinh.mail.port=" + sink.port(),
                    "--ansinh.mail.from=no-reply@example.vn",
                    "--logging.level.root=warn")) {
      var bare = new ArrayList<Double>();
      var ours = new ArrayList<Double>();
      var mail = application.getBean(MailSettings.class);
      var letters =
          new MailLetters(
              mail, null, application.getBean(FormEnclosures.class), java.time.Clock.systemUTC());
      warmUp(messages / 4, letters, mail, sink);
      for (int i = 0; i <= repetitions; i++) {
        var a = bareLoop(messages, letters, mail, sink);
        var b =
            outbox(
                messages,
                sink,
                application.getBean(Outbox.class),
                new Relay(
                    List.of(application.getBean("mailCourier", Courier.class)),
                    application.getBean(Bell.class),
                    application.getBean(OutboxSettings.class)),
                application.getBean(TransactionTemplate.class),
                application.getBean(JdbcClient.class));
        System.out.printf(
            Locale.ROOT,
            "%s bare %,7.0f/s   outbox %,7.0f/s%n",
            i == 0 ? "warm" : "    ",
            messages / a,
            messages / b);
        if (i > 0) {
          bare.add(a);
          ours.add(b);
        }
      }
      print(messages, bare, ours);
    }
  }

  private static void print(int messages, List<Double> bare, List<Double> ours) {
    double a = messages / median(bare);
    double b = messages / median(ours);
    System.out.printf(
        Locale.ROOT, "%n| what | messages/s (median) | slowest | fastest |%n|---|---|---|---|%n");
    row("A bare client loop", messages, bare);
    row("B outbox", messages, ours);
    System.out.printf(
        Locale.ROOT,
        "%nP9 ratio B/A %.2f (goal %.2f), %.0f messages/s (goal %.0f)%n",
        b / a,
        GOAL,
        b,
        GOAL_PER_SECOND);
  }

  private static void row(String name, int messages, List<Double> seconds) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %,.0f | %,.0f | %,.0f |%n",
        name,
        messages / median(seconds),
        messages / seconds.stream().max(Double::compare).orElseThrow(),
        messages / seconds.stream().min(Double::compare).orElseThrow());
  }

  private static void warmUp(int messages, MailLetters letters, MailSettings mail, Sink sink)
      throws Exception {
    bareLoop(messages, letters, mail, sink);
  }

  private static double bareLoop(int messages, MailLetters letters, MailSettings mail, Sink sink)
      throws Exception {
    var session = Session.getInstance(OutboxConfiguration.properties(mail, null));
    sink.expect(messages);
    long start = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CONNECTIONS; i++) {
        threads.submit(
            () -> {
              var connection = (SMTPTransport) session.getTransport("smtp");
              connection.connect(mail.host(), mail.port(), null, null);
              for (int n = 0; n < messages / CONNECTIONS; n++) {
                var letter = letters.write(session, letter());
                connection.sendMessage(letter, letter.getAllRecipients());
              }
              connection.close();
              return null;
            });
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    sink.check();
    return seconds;
  }

  private static double outbox(
      int messages,
      Sink sink,
      Outbox outbox,
      Relay relay,
      TransactionTemplate transaction,
      JdbcClient sql)
      throws Exception {
    for (int n = 0; n < messages; n += 100) {
      transaction.executeWithoutResult(
          _ -> {
            for (int i = 0; i < 100; i++) {
              var letter = letter();
              outbox.add(
                  letter.kind(),
                  new Outbox.Addressee(
                      letter.subjectId(), null, Contact.email(letter.recipient()), VIETNAMESE),
                  letter.content(),
                  null);
            }
          });
    }
    sink.expect(messages);
    long start = System.nanoTime();
    relay.start();
    sink.await();
    relay.stop();
    double seconds = (System.nanoTime() - start) / 1e9;
    sink.check();
    long left =
        sql.sql("select count(*) from notifications.message where state <> 'HANDED_OVER'")
            .query(Long.class)
            .single();
    if (left > 0) {
      throw new IllegalStateException(left + " messages are not handed over");
    }
    return seconds;
  }

  private static Outgoing letter() {
    return new Outgoing(
        Ids.next(),
        MessageKind.CODE,
        Ids.next(),
        null,
        VIETNAMESE,
        1,
        "an@example.vn",
        new Wording()
            .write(MessageKind.CODE, vn.ansinh.accounts.Channel.EMAIL, VIETNAMESE, "482913"),
        null);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** Takes everything at once and remembers the Message-IDs. */
  private static final class Sink implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private volatile Set<String> ids = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch missing = new CountDownLatch(0);
    private volatile int expected;

    Sink() throws IOException {
      Thread.ofVirtual().start(this::accept);
    }

    int port() {
      return server.getLocalPort();
    }

    void expect(int messages) {
      ids = ConcurrentHashMap.newKeySet();
      expected = messages;
      missing = new CountDownLatch(messages);
    }

    void await() throws InterruptedException {
      missing.await();
    }

    void check() {
      if (ids.size() != expected || missing.getCount() != 0) {
        throw new IllegalStateException("sink has " + ids.size() + " of " + expected);
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }

    private void accept() {
      try {
        while (true) {
          var socket = server.accept();
          Thread.ofVirtual().start(() -> serve(socket));
        }
      } catch (IOException e) {
        // closed
      }
    }

    private void serve(Socket connection) {
      try (var socket = connection;
          var in =
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
        var out = socket.getOutputStream();
        out.write("220 sink\r\n".getBytes(StandardCharsets.ISO_8859_1));
        var data = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
          if (data) {
            if (line.startsWith("Message-ID: ")) {
              ids.add(line);
            }
            if (!line.equals(".")) {
              continue;
            }
            data = false;
            missing.countDown();
          } else if (line.equals("DATA")) {
            data = true;
            out.write("354 go\r\n".getBytes(StandardCharsets.ISO_8859_1));
            continue;
          }
          out.write("250 Ok\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
      } catch (IOException e) {
        // the client went away
      }
    }
  }
}
