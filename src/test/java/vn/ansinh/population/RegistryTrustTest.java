package vn.ansinh.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates and signatures of either side. */
class RegistryTrustTest extends RegistryLineSetting {

  @Test
  void without_a_certificate_or_with_a_strangers_the_registry_does_not_listen() throws Exception {
    try (var stranger =
        registry(
            simulator.url(),
            Lines.bundle(
                strangers.resolve("client.pem"),
                strangers.resolve("client-key.pem"),
                papers.resolve("authority.pem")),
            PATIENCE,
            1)) {
      assertThat(stranger.verify("001085000024", "Trần Văn Thử", BORN)).isEqualTo(UNAVAILABLE);
      assertThat(meters.get("ansinh.population.registry").timer().getId().getTag("reason"))
          .as("the refusal may come with the handshake or right after it")
          .isIn("tls", "connection");
    }
    var trusting = Lines.bundle(papers).getManagers().getTrustManagers();
    var context = javax.net.ssl.SSLContext.getInstance("TLS");
    context.init(null, trusting, null);
    try (var nobody = HttpClient.newBuilder().sslContext(context).build()) {
      var request = HttpRequest.newBuilder(simulator.url()).GET().build();
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> nobody.send(request, BodyHandlers.discarding()))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_server_of_another_authority_is_not_asked() throws Exception {
    try (var other = simulator(strangers, 0);
        var line = registry(other.url(), Lines.bundle(papers), PATIENCE, 1)) {
      assertThat(line.verify("001085000024", "Trần Văn Thử", BORN)).isEqualTo(UNAVAILABLE);
      assertThat(count("unavailable", "tls")).isOne();
    }
  }

  @Test
  void a_server_of_another_name_is_not_asked(@TempDir Path directory) throws Exception {
    Lines.papers(directory);
    var issuer = new SimulatorPapers(Clock.systemUTC().instant());
    var authority = issuer.authority("Another authority");
    var server = issuer.issue(authority, "registry.example");
    SimulatorPapers.write(directory.resolve("server.pem"), SimulatorPapers.certificate(server));
    SimulatorPapers.write(directory.resolve("server-key.pem"), SimulatorPapers.key(server.keys()));
    var anchor = directory.resolve("anchor.pem");
    SimulatorPapers.write(anchor, SimulatorPapers.certificate(authority));
    var bundle =
        Lines.bundle(directory.resolve("client.pem"), directory.resolve("client-key.pem"), anchor);
    try (var other = simulator(directory, 0);
        var line = registry(other.url(), bundle, PATIENCE, 1)) {
      assertThat(line.verify("001085000024", "Trần Văn Thử", BORN)).isEqualTo(UNAVAILABLE);
      assertThat(count("unavailable", "tls")).isOne();
    }
  }

  @Test
  void a_question_that_was_changed_or_is_sent_twice_is_refused() throws Exception {
    var asked =
        signatures(papers).sign(RegistryProtocol.question("001085000024", "Trần Văn Thử", BORN));
    try (var client =
        HttpClient.newBuilder().sslContext(Lines.bundle(papers).createSslContext()).build()) {
      var changed = RegistryProtocol.question("001085000025", "Trần Văn Thử", BORN);
      assertThat(status(client, with(asked.request(), changed, null))).isEqualTo(401);
      assertThat(status(client, with(asked.request(), changed, MessageSignature.digest(changed))))
          .isEqualTo(401);
      assertThat(status(client, asked.request())).isEqualTo(200);
      assertThat(status(client, asked.request())).as("replayed").isEqualTo(401);
      clock.advance(Duration.ofMinutes(5));
      assertThat(status(client, asked.request())).as("replayed later").isEqualTo(401);
    }
  }

  @Test
  void a_question_signed_with_a_strangers_key_is_refused() throws Exception {
    var question = RegistryProtocol.question("001085000024", "Trần Văn Thử", BORN);
    try (var client =
        HttpClient.newBuilder().sslContext(Lines.bundle(papers).createSslContext()).build()) {
      assertThat(status(client, signatures(strangers).sign(question).request())).isEqualTo(401);
    }
  }

  private RegistrySignatures signatures(Path signer) {
    return new RegistrySignatures(
        simulator.url(),
        RegistrySimulator.CLIENT_KEY_ID,
        MessageKeys.secret(signer.resolve("ansinh-signing-key.pem")),
        RegistrySimulator.KEY_ID,
        MessageKeys.open(papers.resolve("registry-signing-open.pem")),
        Duration.ofSeconds(30),
        clock);
  }

  private static HttpRequest with(HttpRequest request, byte[] body, String digest) {
    var builder =
        HttpRequest.newBuilder(
            request, (name, _) -> digest == null || !name.equalsIgnoreCase("Content-Digest"));
    if (digest != null) {
      builder.header("Content-Digest", digest);
    }
    return builder.POST(BodyPublishers.ofByteArray(body)).build();
  }

  private static int status(HttpClient client, HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }
}
