package vn.ansinh.population;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.Secrets;

/** Signs and sends what the simulator says, rightly or with the fault it was told to have. */
final class SimulatorAnswers {

  private static final Duration SLOW = Duration.ofSeconds(10);
  private static final Duration BETWEEN_DROPS = Duration.ofMillis(200);
  private static final Duration LONG_AGO = Duration.ofMinutes(10);
  private static final int TOO_LONG = 100_000;
  private static final byte[] MATCH = RegistryProtocol.answer("MATCH", List.of());

  private final PrivateKey key;
  private final PrivateKey strangersKey = SimulatorPapers.pair("Ed25519").getPrivate();
  private final Clock clock;
  private volatile @Nullable Answer earlier;

  /** What the answer's signature covers of the question. */
  private record Asked(String digest, MessageSignature signature) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Answer(byte[] body, String digest, @Nullable MessageSignature signature) {
    Answer saying(byte[] other, String otherDigest) {
      return new Answer(other, otherDigest, signature);
    }
  }

  SimulatorAnswers(PrivateKey key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  void send(
      HttpExchange exchange,
      byte[] verdict,
      String digest,
      MessageSignature question,
      SimulatorFault fault)
      throws IOException {
    var asked = new Asked(digest, question);
    switch (fault) {
      case DOWN -> exchange.sendResponseHeaders(503, -1);
      case REFUSED -> exchange.sendResponseHeaders(400, -1);
      case HANG_UP -> throw new IOException("told to hang up");
      case REDIRECT -> {
        exchange.getResponseHeaders().set("Location", "https://localhost/elsewhere");
        exchange.sendResponseHeaders(307, -1);
      }
      case SLOW -> {
        pause(SLOW);
        send(exchange, signed(verdict, asked), false);
      }
      case DRIP -> send(exchange, signed(verdict, asked), true);
      default -> send(exchange, faulty(verdict, asked, fault), false);
    }
  }

  private Answer faulty(byte[] verdict, Asked asked, SimulatorFault fault) {
    var right = signed(verdict, asked);
    var before = earlier;
    earlier = right;
    return switch (fault) {
      case UNAVAILABLE -> signed(RegistryProtocol.answer("UNAVAILABLE", List.of()), asked);
      case WRONG -> signed(RegistryProtocol.answer("PERHAPS", List.of()), asked);
      case FORGED -> signed(MATCH, asked, strangersKey, clock.instant());
      case TAMPERED -> right.saying(MATCH, MessageSignature.digest(MATCH));
      case DAMAGED -> right.saying(MATCH, right.digest());
      case STALE -> signed(verdict, asked, key, clock.instant().minus(LONG_AGO));
      case REPEATED -> before == null ? right : before;
      case UNSIGNED -> new Answer(verdict, right.digest(), null);
      case TOO_LONG -> signed(" ".repeat(TOO_LONG).getBytes(StandardCharsets.US_ASCII), asked);
      case NOT_JSON -> signed("<p>MATCH</p>".getBytes(StandardCharsets.US_ASCII), asked);
      default -> right;
    };
  }

  private Answer signed(byte[] body, Asked asked) {
    return signed(body, asked, key, clock.instant());
  }

  private static Answer signed(byte[] body, Asked asked, PrivateKey key, Instant at) {
    var digest = MessageSignature.digest(body);
    var saying =
        new MessageSignature.Parameters(
            at.getEpochSecond(),
            Secrets.token(16),
            RegistrySimulator.KEY_ID,
            SignatureAlgorithm.of(key).wireName(),
            RegistryProtocol.TAG);
    var components = RegistryProtocol.answered(200, digest, asked.digest(), asked.signature());
    return new Answer(
        body, digest, MessageSignature.sign(MessageSignature.ANSWER, components, saying, key));
  }

  private static void send(HttpExchange exchange, Answer answer, boolean inDrops)
      throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", RegistryProtocol.JSON);
    headers.set("Content-Digest", answer.digest());
    var signature = answer.signature();
    if (signature != null) {
      headers.set("Signature-Input", signature.inputField());
      headers.set("Signature", signature.valueField());
    }
    exchange.sendResponseHeaders(200, answer.body().length);
    var body = exchange.getResponseBody();
    if (!inDrops) {
      body.write(answer.body());
      return;
    }
    for (var drop : answer.body()) {
      body.write(drop);
      body.flush();
      pause(BETWEEN_DROPS);
    }
  }

  private static void pause(Duration time) throws IOException {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", e);
    }
  }
}
