package vn.ansinh.federation;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.platform.CircuitBreaker;

/**
 * The wire to one provider: what is asked ends within its time, every drop of a slow answer
 * included; answers have a length; nothing is followed, sent through a proxy or asked twice; and a
 * provider that is down is left alone for a while, one that asks for time for as long as it says.
 * Down is what does not answer, answers that it is broken, or what nobody can read: not what
 * refuses a code, which anybody may make up. What is sent and answered is never logged.
 * Thread-safe.
 */
final class ProviderLine implements HTTPRequestSender, ResourceRetriever, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderLine.class);
  private static final int LONGEST_ANSWER = 256 * 1024;
  private static final int SERVER_ERROR = 500;
  private static final int TOO_MANY = 429;

  /** Where it asks for time without saying how much. */
  private static final Duration SHORT_REST = Duration.ofSeconds(5);

  private static final Duration LONGEST_REST = Duration.ofMinutes(15);

  private final String provider;
  private final Duration timeout;
  private final Semaphore places;
  private final CircuitBreaker breaker;
  private final Clock clock;
  private final HttpClient client;
  private volatile Instant askedForTimeUntil = Instant.MIN;

  ProviderLine(String provider, FederationSettings.Provider settings, Clock clock) {
    this.provider = provider;
    this.timeout = settings.timeout();
    this.places = new Semaphore(settings.concurrency());
    this.breaker = new CircuitBreaker(clock);
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /**
   * @throws ProviderUnavailableException when there is no answer, or one that says the provider is
   *     broken
   */
  @Override
  public HTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    var answer = inPlace(request);
    var copy = new HTTPResponse(answer.statusCode());
    var type = answer.headers().firstValue("Content-Type");
    if (type.isPresent()) {
      try {
        copy.setContentType(type.get());
      } catch (ParseException e) {
        throw new ProviderUnavailableException("an answer of no type");
      }
    }
    copy.setBody(new String(answer.body(), StandardCharsets.UTF_8));
    return copy;
  }

  /** For the provider's keys and its discovery document. */
  @Override
  public Resource retrieveResource(URL url) throws IOException {
    var answer = send(new HTTPRequest(HTTPRequest.Method.GET, URI.create(url.toString())));
    if (answer.getStatusCode() != HTTPResponse.SC_OK) {
      throw new ProviderUnavailableException("status " + answer.getStatusCode());
    }
    return new Resource(answer.getBody(), "application/json");
  }

  private HttpResponse<byte[]> inPlace(ReadOnlyHTTPRequest request) throws IOException {
    if (!places.tryAcquire()) {
      throw new ProviderUnavailableException("too many questions at once");
    }
    try {
      if (clock.instant().isBefore(askedForTimeUntil) || !breaker.enter()) {
        throw new ProviderUnavailableException("resting");
      }
      return judged(request);
    } finally {
      places.release();
    }
  }

  private HttpResponse<byte[]> judged(ReadOnlyHTTPRequest request) throws IOException {
    boolean worked = false;
    HttpResponse<byte[]> answer;
    try {
      answer = exchange(plain(request));
      worked = isOfUse(answer);
      if (!worked) {
        throw new ProviderUnavailableException("status " + answer.statusCode());
      }
    } finally {
      if (worked) {
        breaker.worked();
      } else {
        breaker.brokeDown();
        LOG.warn("identity provider {} does not answer as it should", provider);
      }
    }
    if (answer.statusCode() == TOO_MANY) {
      askedForTimeUntil = clock.instant().plus(rest(answer));
      LOG.warn("identity provider {} asks for time", provider);
      throw new ProviderUnavailableException("too many questions");
    }
    return answer;
  }

  /** All that we ask is answered by a JSON object; a refusal may say anything. */
  private static boolean isOfUse(HttpResponse<byte[]> answer) {
    if (answer.statusCode() != HTTPResponse.SC_OK) {
      return answer.statusCode() < SERVER_ERROR;
    }
    try {
      var _ = JSONObjectUtils.parse(new String(answer.body(), StandardCharsets.UTF_8));
      return true;
    } catch (ParseException e) {
      return false;
    }
  }

  /** Seconds or a date (RFC 9110, 10.2.3). */
  private Duration rest(HttpResponse<byte[]> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .flatMap(this::time)
        .filter(Duration::isPositive)
        .map(it -> it.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : it)
        .orElse(SHORT_REST);
  }

  private Optional<Duration> time(String said) {
    try {
      return Optional.of(
          said.matches("[0-9]{1,9}")
              ? Duration.ofSeconds(Long.parseLong(said))
              : Duration.between(
                  clock.instant(), Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(said))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
    // The client's own time-out ends with the headers; this one covers the body as well.
    var answer =
        client.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
    try {
      return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new ProviderUnavailableException("too slow");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderUnavailableException("interrupted");
    } catch (ExecutionException e) {
      throw new ProviderUnavailableException(String.valueOf(e.getCause()));
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest plain(ReadOnlyHTTPRequest request) {
    var body = request.getBody();
    var plain =
        HttpRequest.newBuilder(request.getURI())
            .timeout(timeout)
            .method(
                request.getMethod().name(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    request
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> plain.header(name, value)));
    return plain.build();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
