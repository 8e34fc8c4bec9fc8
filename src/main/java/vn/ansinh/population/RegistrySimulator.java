package vn.ansinh.population;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.Verification;

/**
 * The other side of the protocol, for demonstrations and tests: a server of its own that knows
 * invented citizens, insists on client certificates and signed questions, takes no question twice,
 * and can be told to go wrong. Nothing of the real registry is in it.
 */
final class RegistrySimulator implements AutoCloseable {

  /** Says what it is; production refuses to be connected to a key of this name. */
  static final String KEY_ID = "population-registry-simulator";

  static final String CLIENT_KEY_ID = "ansinh-demo";
  static final String PATH = "/v1/verifications";

  private static final int LONGEST_QUESTION = 4096;
  private static final Duration WINDOW = Duration.ofSeconds(60);
  private static final int NONCES_KEPT = 100_000;

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SimulatedCitizens citizens;
  private final SimulatorAnswers answers;
  private final PublicKey clientKey;
  private final Clock clock;
  private final Supplier<SimulatorFault> fault;
  private final Map<String, Instant> nonces = new LinkedHashMap<>();

  /**
   * Begins to listen on this machine.
   *
   * @param directory with the files of {@link SimulatorPapers}
   * @param fault asked at each question
   */
  RegistrySimulator(
      Path directory,
      int port,
      SimulatedCitizens citizens,
      Clock clock,
      Supplier<SimulatorFault> fault)
      throws IOException {
    this.citizens = citizens;
    this.clock = clock;
    this.fault = fault;
    this.clientKey = MessageKeys.open(directory.resolve("ansinh-signing-open.pem"));
    this.answers =
        new SimulatorAnswers(
            MessageKeys.secret(directory.resolve("registry-signing-key.pem")), clock);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setHttpsConfigurator(new ClientsShowCertificates(tls(directory)));
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("https://localhost:" + server.getAddress().getPort() + PATH);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readNBytes(LONGEST_QUESTION + 1);
      var digest = header(exchange, "Content-Digest");
      var signature =
          MessageSignature.read(
              MessageSignature.QUESTION,
              header(exchange, "Signature-Input"),
              header(exchange, "Signature"));
      int refused = refusal(exchange, body, digest, signature.orElse(null));
      if (refused != 0) {
        exchange.sendResponseHeaders(refused, -1);
        return;
      }
      var verdict = RegistryProtocol.readQuestion(body).flatMap(this::judge);
      if (verdict.isEmpty()) {
        exchange.sendResponseHeaders(400, -1);
        return;
      }
      answers.send(exchange, said(verdict.get()), digest, signature.orElseThrow(), fault.get());
    }
  }

  /** Empty for a question that is not one of the protocol. */
  private Optional<Verification> judge(RegistryProtocol.Question question) {
    var number = question.personalId();
    var name = question.fullName();
    var born = question.birthDate();
    if (question.version() != RegistryProtocol.VERSION
        || number == null
        || name == null
        || born == null) {
      return Optional.empty();
    }
    return BirthDate.parse(born).map(it -> citizens.judge(number, name, it));
  }

  /** A status to refuse with, or 0. */
  private int refusal(
      HttpExchange exchange, byte[] body, String digest, @Nullable MessageSignature signature) {
    if (!exchange.getRequestURI().getPath().equals(PATH)) {
      return 404;
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return 405;
    }
    if (body.length > LONGEST_QUESTION) {
      return 413;
    }
    if (!header(exchange, "Content-Type").equals(RegistryProtocol.JSON)) {
      return 415;
    }
    return digest.equals(MessageSignature.digest(body))
            && signature != null
            && isTheirs(exchange, digest, signature)
            && isNew(signature)
        ? 0
        : 401;
  }

  private boolean isTheirs(HttpExchange exchange, String digest, MessageSignature signature) {
    var saying = signature.saying();
    var url = URI.create("https://" + header(exchange, "Host") + exchange.getRequestURI());
    return saying.keyId().equals(CLIENT_KEY_ID)
        && saying.tag().equals(RegistryProtocol.TAG)
        && signature.fits(RegistryProtocol.asked(url, digest), clientKey);
  }

  /** Asked just now, and never before as far as anybody could still replay it. */
  private boolean isNew(MessageSignature signature) {
    var now = clock.instant();
    var made = Instant.ofEpochSecond(signature.saying().created());
    if (Duration.between(made, now).abs().compareTo(WINDOW) > 0) {
      return false;
    }
    synchronized (nonces) {
      nonces
          .values()
          .removeIf(it -> Duration.between(it, now).compareTo(WINDOW.multipliedBy(2)) > 0);
      return nonces.size() < NONCES_KEPT
          && nonces.putIfAbsent(signature.saying().nonce(), made) == null;
    }
  }

  private static byte[] said(Verification verdict) {
    return switch (verdict) {
      case Verification.Match _ -> RegistryProtocol.answer("MATCH", List.of());
      case Verification.Mismatch(var fields) ->
          RegistryProtocol.answer("MISMATCH", fields.stream().map(Enum::name).sorted().toList());
      case Verification.NotFound _ -> RegistryProtocol.answer("NOT_FOUND", List.of());
      case Verification.Unavailable _ -> RegistryProtocol.answer("UNAVAILABLE", List.of());
    };
  }

  private static String header(HttpExchange exchange, String name) {
    var values = exchange.getRequestHeaders().get(name);
    return values == null || values.size() != 1 ? "" : values.getFirst();
  }

  private static SSLContext tls(Path directory) {
    var server =
        PemSslStoreDetails.forCertificate(file(directory, "server.pem"))
            .withPrivateKey(file(directory, "server-key.pem"));
    var clients = PemSslStoreDetails.forCertificate(file(directory, "authority.pem"));
    return SslBundle.of(new PemSslStoreBundle(server, clients)).createSslContext();
  }

  private static String file(Path directory, String name) {
    return directory.resolve(name).toUri().toString();
  }

  private static final class ClientsShowCertificates extends HttpsConfigurator {

    ClientsShowCertificates(SSLContext context) {
      super(context);
    }

    @Override
    public void configure(HttpsParameters parameters) {
      var tls = getSSLContext().getDefaultSSLParameters();
      tls.setNeedClientAuth(true);
      parameters.setSSLParameters(tls);
    }
  }
}
