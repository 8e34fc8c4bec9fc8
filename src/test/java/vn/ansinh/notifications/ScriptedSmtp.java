package vn.ansinh.notifications;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that answers each message as the test says, or not at all. */
final class ScriptedSmtp implements AutoCloseable {

  /** Takes the message and cuts the connection instead of saying so. */
  static final String CUT = "cut";

  /** Takes the message and never answers. */
  static final String SILENCE = "silence";

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final IntFunction<String> script;
  private final @Nullable SSLContext tls;
  private final AtomicInteger received = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> messageIds = new CopyOnWriteArrayList<>();
  private volatile String refused = "";
  private volatile boolean encrypted;

  /**
   * @param script the answer to the n-th message, from 0
   */
  ScriptedSmtp(IntFunction<String> script) throws IOException {
    this(script, null);
  }

  private ScriptedSmtp(IntFunction<String> script, @Nullable SSLContext tls) throws IOException {
    this.script = script;
    this.tls = tls;
    Thread.ofVirtual().start(this::accept);
  }

  static ScriptedSmtp withStartTls(Path certificate, IntFunction<String> script)
      throws IOException, GeneralSecurityException {
    var password = Certificates.PASSWORD.toCharArray();
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(certificate)) {
      store.load(in, password);
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return new ScriptedSmtp(script, context);
  }

  ScriptedSmtp refusing(String recipient) {
    refused = recipient;
    return this;
  }

  int port() {
    return server.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  List<String> messageIds() {
    return messageIds;
  }

  boolean encrypted() {
    return encrypted;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    try {
      while (true) {
        var socket = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket plain) {
    try (var socket = plain) {
      talk(socket, true);
    } catch (IOException e) {
      // the client went away
    }
  }

  private void talk(Socket socket, boolean greets) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    var out = socket.getOutputStream();
    if (greets) {
      say(out, "220 scripted");
    }
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      var verb = line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
      switch (verb) {
        case "EHLO" ->
            say(out, tls == null || encrypted ? "250 scripted" : "250-scripted\r\n250 STARTTLS");
        case "STARTTLS" -> {
          say(out, "220 go ahead");
          encrypt(socket);
          return;
        }
        case "RCPT" ->
            say(
                out,
                !refused.isEmpty() && line.contains(refused)
                    ? "550 5.1.1 No such mailbox"
                    : "250 Ok");
        case "DATA" -> {
          say(out, "354 go ahead");
          if (!takeMessage(in, out)) {
            return;
          }
        }
        case "QUIT" -> {
          say(out, "221 bye");
          return;
        }
        default -> say(out, "250 Ok");
      }
    }
  }

  private boolean takeMessage(BufferedReader in, OutputStream out) throws IOException {
    for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      if (line.startsWith("Message-ID: ")) {
        messageIds.add(line.substring("Message-ID: ".length()).strip());
      }
    }
    var answer = script.apply(received.getAndIncrement());
    if (answer.equals(SILENCE)) {
      in.readLine();
      return false;
    }
    if (answer.equals(CUT)) {
      return false;
    }
    say(out, answer);
    return true;
  }

  private void encrypt(Socket socket) throws IOException {
    var secure =
        (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
    secure.setUseClientMode(false);
    secure.startHandshake();
    encrypted = true;
    talk(secure, false);
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }
}
