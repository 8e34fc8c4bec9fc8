package vn.ansinh.population;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.population.RegistryReply.Failed;
import vn.ansinh.population.RegistryReply.Failure;

/**
 * One question over the wire, within its time: connecting, waiting and every drop of a slow answer
 * included. Nothing is thrown, and nothing is followed or asked twice. Thread-safe.
 */
final class RegistryLine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryLine.class);

  private final HttpClient client;
  private final RegistrySignatures signatures;
  private final Duration budget;

  RegistryLine(HttpClient client, RegistrySignatures signatures, Duration budget) {
    this.client = client;
    this.signatures = signatures;
    this.budget = budget;
  }

  RegistryReply ask(byte[] question) {
    long end = System.nanoTime() + budget.toNanos();
    try {
      var signed = signatures.sign(question);
      return exchange(signed, end);
    } catch (RuntimeException e) {
      LOG.error("the population registry could not be asked: {}", e.getClass().getName());
      return new Failed(Failure.INTERNAL);
    }
  }

  private RegistryReply exchange(RegistrySignatures.Signed signed, long end) {
    // The client's own time-out ends with the headers; this one covers the body as well.
    var answer =
        client.sendAsync(
            signed.request(),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), RegistryProtocol.LONGEST_ANSWER));
    try {
      return read(answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS), signed);
    } catch (TimeoutException _) {
      return new Failed(Failure.TIME_OUT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Failed(Failure.TIME_OUT);
    } catch (ExecutionException e) {
      return new Failed(failure(e.getCause()));
    } finally {
      answer.cancel(true);
    }
  }

  private RegistryReply read(HttpResponse<byte[]> answer, RegistrySignatures.Signed signed) {
    int status = answer.statusCode();
    if (status != 200) {
      return new Failed(ofStatus(status));
    }
    return signatures.read(answer, signed);
  }

  private static Failure ofStatus(int status) {
    if (status >= 500 || status == 429) {
      return Failure.SERVER_ERROR;
    }
    if (status == 401 || status == 403) {
      return Failure.NOT_KNOWN_THERE;
    }
    return status >= 400 ? Failure.QUESTION_REFUSED : Failure.REDIRECT;
  }

  private static Failure failure(@Nullable Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException || cause instanceof CertificateException) {
        return Failure.TLS;
      }
      if (cause instanceof HttpTimeoutException) {
        return Failure.TIME_OUT;
      }
      if (String.valueOf(cause.getMessage()).contains("body exceeds capacity")) {
        return Failure.TOO_LONG;
      }
    }
    return thrown instanceof IOException ? Failure.CONNECTION : Failure.INTERNAL;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
