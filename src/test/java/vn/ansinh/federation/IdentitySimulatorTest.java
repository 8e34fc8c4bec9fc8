package vn.ansinh.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way through the demo's simulated provider, over HTTP. */
class IdentitySimulatorTest extends SignedOnByIdentity {

  IdentitySimulator simulator;
  HttpClient browser;

  @BeforeEach
  void a_simulator_that_knows_lan() throws IOException {
    var back = URI.create(address.of(Providers.PATH + "vneid/return"));
    simulator =
        new IdentitySimulator(
            0,
            new IdentitySimulator.Client(IdentityServer.CLIENT, IdentityServer.SECRET, back),
            List.of(
                new IdentitySimulator.Citizen(
                    lan.person().personalId(), lan.person().fullName(), "15/01/1990"),
                new IdentitySimulator.Citizen("079190999999", "<b>Nobody", "1990")),
            clock);
    identities = by(Settings.of(simulator.issuer(), Map.of()));
    browser = HttpClient.newHttpClient();
  }

  @AfterEach
  void close() {
    browser.close();
    simulator.close();
  }

  @Test
  void pressing_a_name_signs_in_and_every_page_says_it_is_a_simulation() {
    var left = leave();
    var page = get(left.to()).body();
    assertThat(page)
        .contains("MÔ PHỎNG: đây không phải VNeID", lan.person().fullName(), "mức độ 2")
        .contains("&lt;b&gt;Nobody")
        .doesNotContain("<b>");
    assertThat(come(new Trip(left.cookie(), chosen(left, "citizen", "0")), own()))
        .isInstanceOf(Coming.SignedIn.class);
    assertThat(linksOf(lan)).hasSize(1);
    var english = (Leaving.Left) identities.leave("vneid", "net-simulator", Locale.ENGLISH);
    assertThat(get(english.to()).body()).contains("SIMULATION: this is not VNeID");
  }

  @Test
  void a_low_level_a_stranger_and_a_no_are_there_to_be_tried() {
    assertThat(coming("low", "0")).isEqualTo(new Coming.LevelTooLow(1, 2));
    assertThat(coming("citizen", "1")).isInstanceOf(Coming.NotMatched.class);
    assertThat(coming("citizen", "")).isInstanceOf(Coming.Cancelled.class);
    assertThat(coming("citizen", "99")).isInstanceOf(Coming.Cancelled.class);
  }

  @Test
  void a_code_serves_once_and_only_who_has_the_verifier_and_the_secret() {
    var left = leave();
    var brought = chosen(left, "citizen", "0");
    var other = leave();
    var slipped =
        new Callback(
            brought.code(), departures.of(other.cookie()).state().getValue(), brought.issuer(), "");
    assertThat(come(new Trip(other.cookie(), slipped), own())).isInstanceOf(Coming.Refused.class);
    assertThat(come(new Trip(left.cookie(), brought), own()))
        .as("it is gone")
        .isInstanceOf(Coming.Refused.class);
    identities = by(Settings.of(simulator.issuer(), Map.of("client-secret", "another")));
    assertThat(coming("citizen", "0")).isInstanceOf(Coming.Refused.class);
  }

  @Test
  void nobody_is_sent_anywhere_but_back() {
    var asked = leave().to().toString();
    for (var wrong :
        List.of(
            asked.replaceFirst("redirect_uri=[^&]*", "redirect_uri=https%3A%2F%2Fevil.example"),
            asked.replaceFirst("&?code_challenge=[^&]*", ""),
            asked.replaceFirst("client_id=[^&]*", "client_id=other"),
            simulator.issuer() + "/authorize?x")) {
      assertThat(get(URI.create(wrong)).statusCode()).isEqualTo(400);
    }
    assertThat(get(URI.create(simulator.issuer() + "/nowhere")).statusCode()).isEqualTo(404);
  }

  private Coming coming(String field, String value) {
    var left = leave();
    return come(new Trip(left.cookie(), chosen(left, field, value)), own());
  }

  private Callback chosen(Leaving.Left left, String field, String value) {
    var form =
        "request=%s&%s=%s"
            .formatted(
                URLEncoder.encode(left.to().getRawQuery(), StandardCharsets.UTF_8), field, value);
    var answer =
        send(
            HttpRequest.newBuilder(URI.create(simulator.issuer() + "/authorize"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    return callback(Wanderer.query(answer.headers().firstValue("Location").orElseThrow()));
  }

  private HttpResponse<String> get(URI address) {
    return send(HttpRequest.newBuilder(address));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return browser.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
