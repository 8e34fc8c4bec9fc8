package vn.ansinh.population;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * Signatures of HTTP messages in the shape of RFC 9421, and digests of their bodies (RFC 9530). One
 * signature a message, over the components the caller names; a reader accepts exactly these, in
 * this order, and nothing that merely could be understood.
 *
 * @param label which of a message's signatures this is
 * @param parameters the list of components with what follows it, as in {@code Signature-Input}
 * @param bytes the signature itself
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MessageSignature(String label, String parameters, byte[] bytes) {

  /** Ours and the registry's; both names belong to the protocol. */
  static final String QUESTION = "ansinh";

  static final String ANSWER = "registry";

  private static final Pattern INPUT =
      Pattern.compile(
          "(?<label>[a-z]{1,20})=(?<parameters>(?<components>\\([^()]{1,400}\\))"
              + ";created=(?<created>[0-9]{1,12});nonce=\"(?<nonce>[A-Za-z0-9_-]{16,64})\""
              + ";keyid=\"(?<keyid>[A-Za-z0-9._-]{1,64})\";alg=\"(?<alg>[a-z0-9-]{1,40})\""
              + ";tag=\"(?<tag>[a-z0-9.-]{1,40})\")");
  private static final Pattern VALUE =
      Pattern.compile("(?<label>[a-z]{1,20})=:(?<bytes>[A-Za-z0-9+/]{1,200}={0,2}):");

  /**
   * What a signature says of itself.
   *
   * @param created seconds since 1970
   * @param nonce never used twice by one signer
   */
  record Parameters(long created, String nonce, String keyId, String algorithm, String tag) {
    String text() {
      return ";created=%d;nonce=\"%s\";keyid=\"%s\";alg=\"%s\";tag=\"%s\""
          .formatted(created, nonce, keyId, algorithm, tag);
    }
  }

  static MessageSignature sign(
      String label, SequencedMap<String, String> components, Parameters saying, PrivateKey key) {
    var parameters = list(components) + saying.text();
    try {
      var signature = Signature.getInstance(SignatureAlgorithm.of(key).javaName());
      signature.initSign(key);
      signature.update(base(components, parameters));
      return new MessageSignature(label, parameters, signature.sign());
    } catch (GeneralSecurityException e) {
      throw new PopulationException("a message cannot be signed", e);
    }
  }

  /** Empty unless both header fields are present, of our label and in our form. */
  static Optional<MessageSignature> read(String label, String input, String value) {
    var inputs = INPUT.matcher(input);
    var values = VALUE.matcher(value);
    if (!inputs.matches()
        || !values.matches()
        || !inputs.group("label").equals(label)
        || !values.group("label").equals(label)) {
      return Optional.empty();
    }
    try {
      var bytes = Base64.getDecoder().decode(values.group("bytes"));
      return Optional.of(new MessageSignature(label, inputs.group("parameters"), bytes));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Made with this key, over these components and no others. */
  boolean fits(SequencedMap<String, String> components, PublicKey key) {
    var algorithm = SignatureAlgorithm.of(key);
    if (!parameters.startsWith(list(components) + ";")
        || !saying().algorithm().equals(algorithm.wireName())) {
      return false;
    }
    try {
      var signature = Signature.getInstance(algorithm.javaName());
      signature.initVerify(key);
      signature.update(base(components, parameters));
      return signature.verify(bytes);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  Parameters saying() {
    var found = INPUT.matcher(inputField());
    if (!found.matches()) {
      throw new PopulationException("a signature that was read is in our form");
    }
    return new Parameters(
        Long.parseLong(found.group("created")),
        found.group("nonce"),
        found.group("keyid"),
        found.group("alg"),
        found.group("tag"));
  }

  /** The header field {@code Signature-Input}. */
  String inputField() {
    return label + "=" + parameters;
  }

  /** The header field {@code Signature}. */
  String valueField() {
    return label + "=" + value();
  }

  /** As a component of an answer's signature. */
  String value() {
    return ":" + Base64.getEncoder().encodeToString(bytes) + ":";
  }

  /** The header field {@code Content-Digest}. */
  static String digest(byte[] body) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(body);
      return "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String list(SequencedMap<String, String> components) {
    return "(" + String.join(" ", components.sequencedKeySet()) + ")";
  }

  /** RFC 9421, section 2.5. */
  static byte[] base(SequencedMap<String, String> components, String parameters) {
    var base = new StringBuilder();
    components.forEach((name, value) -> base.append(name).append(": ").append(value).append('\n'));
    base.append("\"@signature-params\": ").append(parameters);
    return base.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
