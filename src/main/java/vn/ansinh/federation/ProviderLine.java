package vn.ansinh.federation;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
 * provider that is down is left alone for a while. What is sent and answered is never logged.
 * Thread-safe.
 */
final class ProviderLine implements HTTPRequestSender, ResourceRetriever, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderLine.class);
  private static final int LONGEST_ANSWER = 256 * 1024;
  private static final int SERVER_ERROR = 500;
  private static final int TOO_MANY = 429;

  private final String provider;
  private final Duration timeout;
  private final Semaphore places;
  private final CircuitBreaker breaker;
  private final HttpClient client;

  ProviderLine(String provider, FederationSettings.Provider settings, CircuitBreaker breaker) {
    this.provider = provider;
    this.timeout = settings.timeout();
    this.places = new Semaphore(settings.concurrency());
    this.breaker = breaker;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  boolean isResting() {
    return breaker.isOpen();
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
      if (!breaker.enter()) {
        throw new ProviderUnavailableException("resting");
      }
      return judged(request);
    } finally {
      places.release();
    }
  }

  private HttpResponse<byte[]> judged(ReadOnlyHTTPRequest request) throws IOException {
    boolean worked = false;
    try {
      var answer = exchange(plain(request));
      worked = answer.statusCode() < SERVER_ERROR && answer.statusCode() != TOO_MANY;
      if (!worked) {
        throw new ProviderUnavailableException("status " + answer.statusCode());
      }
      return answer;
    } finally {
      if (worked) {
        breaker.worked();
      } else {
        breaker.brokeDown();
        LOG.warn("identity provider {} does not answer as it should", provider);
      }
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
