package vn.ansinh.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.federation.IdentityServer.Fault;

/** Providers that change their keys, are down, or are none. */
class ProviderOutageTest extends SignedOnByIdentity {

  @Test
  void keys_may_be_changed_at_any_time() {
    assertThat(signIn(own())).isInstanceOf(Coming.SignedIn.class);
    server.rotate();
    assertThat(signIn(own())).isInstanceOf(Coming.SignedIn.class);
  }

  @Test
  void a_provider_that_is_down_is_said_to_be_and_used_again_when_it_is_back() {
    server.does(Fault.DOWN);
    for (int i = 0; i < 4; i++) {
      assertThat(identities.leave("vneid", Somebody.anyDevice().network(), VIETNAMESE))
          .isInstanceOf(Leaving.Unavailable.class);
    }
    server.does(Fault.NONE);
    assertThat(identities.leave("vneid", Somebody.anyDevice().network(), VIETNAMESE))
        .as("left alone for five seconds")
        .isInstanceOf(Leaving.Unavailable.class);
    clock.advance(Duration.ofSeconds(6));
    assertThat(signIn(own())).isInstanceOf(Coming.SignedIn.class);
  }

  @Test
  void a_provider_that_goes_down_on_the_way_signs_nobody_in() {
    var trip = trip();
    server.does(Fault.DOWN);
    assertThat(come(trip, own())).isInstanceOf(Coming.Unavailable.class);
    server.does(Fault.NONE);
    assertThat(come(trip, own())).as("once").isInstanceOf(Coming.Over.class);
    assertThat(signIn(own())).isInstanceOf(Coming.SignedIn.class);
  }

  @Test
  void codes_that_strangers_make_up_do_not_shut_the_provider_to_others() {
    for (var made : List.of("garbage", "' or 1=1", "x".repeat(4000), "mã", "")) {
      var left = leave();
      var state = departures.of(left.cookie()).state().getValue();
      assertThat(come(new Trip(left.cookie(), new Callback(made, state, "", "")), own()))
          .isInstanceOf(Coming.Refused.class);
    }
    assertThat(signIn(own())).isInstanceOf(Coming.SignedIn.class);
  }

  @Test
  void what_is_known_of_a_provider_serves_for_a_day_without_news() {
    var _ = leave();
    server.does(Fault.DOWN);
    clock.advance(Duration.ofHours(2));
    assertThat(identities.leave("vneid", Somebody.anyDevice().network(), VIETNAMESE))
        .isInstanceOf(Leaving.Left.class);
    clock.advance(Duration.ofDays(1));
    assertThat(identities.leave("vneid", Somebody.anyDevice().network(), VIETNAMESE))
        .isInstanceOf(Leaving.Unavailable.class);
  }

  @Test
  void a_document_that_cannot_be_had_stops_nobody_on_the_way_while_the_old_one_serves() {
    assertThat(signIn(own())).isInstanceOf(Coming.SignedIn.class);
    server.does(Fault.NO_DOCUMENT);
    clock.advance(Duration.ofHours(2));
    for (int i = 0; i < 3; i++) {
      assertThat(signIn(own())).isInstanceOf(Coming.SignedIn.class);
    }
  }

  @Test
  void a_document_of_another_issuer_with_doors_elsewhere_or_without_end_is_none() throws Exception {
    var document =
        """
        {"issuer": "%s", "authorization_endpoint": "%s/a", "token_endpoint": "%s/t",
         "jwks_uri": "%s/k", "response_types_supported": ["code"],
         "subject_types_supported": ["public"],
         "id_token_signing_alg_values_supported": ["RS256"]}
        """;
    try (var other = new Document()) {
      var here = other.issuer();
      assertThat(leaving(other, document.formatted(here, here, here, here)))
          .isInstanceOf(Leaving.Left.class);
      assertThat(leaving(other, document.formatted("https://another.example", here, here, here)))
          .isInstanceOf(Leaving.Unavailable.class);
      assertThat(leaving(other, document.formatted(here, here, "http://evil.example", here)))
          .isInstanceOf(Leaving.Unavailable.class);
      assertThat(leaving(other, "{}")).isInstanceOf(Leaving.Unavailable.class);
      assertThat(leaving(other, "no json")).isInstanceOf(Leaving.Unavailable.class);
      assertThat(leaving(other, document.formatted(here, here, here, here) + " ".repeat(300_000)))
          .isInstanceOf(Leaving.Unavailable.class);
    }
  }

  @Test
  void a_provider_that_answers_drop_by_drop_is_waited_for_no_longer_than_said() throws Exception {
    try (var slow = new Document()) {
      slow.dripping = true;
      identities = by(Settings.of(slow.issuer(), Map.of("timeout", "500ms")));
      long start = System.nanoTime();
      assertThat(identities.leave("vneid", Somebody.anyDevice().network(), VIETNAMESE))
          .isInstanceOf(Leaving.Unavailable.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }
  }

  private Leaving leaving(Document provider, String document) {
    provider.document = document;
    return by(Settings.of(provider.issuer(), Map.of()))
        .leave("vneid", Somebody.anyDevice().network(), VIETNAMESE);
  }

  /** A discovery document and nothing behind it. */
  private static final class Document implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger drops = new AtomicInteger();
    volatile String document = "";
    volatile boolean dripping;

    Document() throws IOException {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
      server.createContext(
          "/.well-known/openid-configuration",
          exchange -> {
            var bytes = document.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, dripping ? 0 : bytes.length);
            try (var body = exchange.getResponseBody()) {
              while (dripping && drops.incrementAndGet() < 100) {
                body.write(' ');
                body.flush();
                java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
              }
              body.write(bytes);
            }
          });
      server.start();
    }

    String issuer() {
      return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
