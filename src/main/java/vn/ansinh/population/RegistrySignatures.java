package vn.ansinh.population;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.ansinh.identity.Verification;
import vn.ansinh.platform.Secrets;
import vn.ansinh.population.RegistryReply.Failed;
import vn.ansinh.population.RegistryReply.Failure;

/**
 * Puts our signature on questions and believes only answers that carry the registry's, made just
 * now, for that very question.
 *
 * @param tolerance how far the clocks may differ
 */
record RegistrySignatures(
    URI url,
    String keyId,
    PrivateKey key,
    String registryKeyId,
    PublicKey registryKey,
    Duration tolerance,
    Clock clock) {

  private static final int NONCE_BYTES = 24;

  /** A question ready to be sent, and what its answer has to refer to. */
  record Signed(HttpRequest request, String digest, MessageSignature signature) {}

  Signed sign(byte[] question) {
    var digest = MessageSignature.digest(question);
    var signature =
        MessageSignature.sign(
            MessageSignature.QUESTION,
            RegistryProtocol.asked(url, digest),
            new MessageSignature.Parameters(
                clock.instant().getEpochSecond(),
                Secrets.token(NONCE_BYTES),
                keyId,
                SignatureAlgorithm.of(key).wireName(),
                RegistryProtocol.TAG),
            key);
    var request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", RegistryProtocol.JSON)
            .header("Accept", RegistryProtocol.JSON)
            .header("Content-Digest", digest)
            .header("Signature-Input", signature.inputField())
            .header("Signature", signature.valueField())
            .POST(BodyPublishers.ofByteArray(question))
            .build();
    return new Signed(request, digest, signature);
  }

  RegistryReply read(HttpResponse<byte[]> answer, Signed asked) {
    if (!only(answer, "Content-Type").equals(RegistryProtocol.JSON)) {
      return new Failed(Failure.NOT_A_VERDICT);
    }
    var digest = only(answer, "Content-Digest");
    if (!digest.equals(MessageSignature.digest(answer.body()))) {
      return new Failed(Failure.DIGEST);
    }
    var signature =
        MessageSignature.read(
            MessageSignature.ANSWER, only(answer, "Signature-Input"), only(answer, "Signature"));
    var components =
        RegistryProtocol.answered(answer.statusCode(), digest, asked.digest(), asked.signature());
    if (signature.filter(it -> isTheirs(it) && it.fits(components, registryKey)).isEmpty()) {
      return new Failed(Failure.SIGNATURE);
    }
    var made = Instant.ofEpochSecond(signature.get().saying().created());
    if (Duration.between(made, clock.instant()).abs().compareTo(tolerance) > 0) {
      return new Failed(Failure.STALE);
    }
    return RegistryProtocol.readAnswer(answer.body())
        .<RegistryReply>map(RegistrySignatures::reply)
        .orElseGet(() -> new Failed(Failure.NOT_A_VERDICT));
  }

  private boolean isTheirs(MessageSignature signature) {
    var saying = signature.saying();
    return saying.keyId().equals(registryKeyId) && saying.tag().equals(RegistryProtocol.TAG);
  }

  private static RegistryReply reply(Verification verdict) {
    return verdict instanceof Verification.Unavailable
        ? new Failed(Failure.UNAVAILABLE)
        : new RegistryReply.Told(verdict);
  }

  /** A field that stands twice says two things: neither is believed. */
  private static String only(HttpResponse<byte[]> answer, String field) {
    var values = answer.headers().allValues(field);
    return values.size() == 1 ? values.getFirst() : "";
  }
}
