package vn.ansinh.population;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Reads and writes keys and certificates as text (RFC 7468). */
final class MessageKeys {

  private static final List<String> KINDS = List.of("Ed25519", "EC");
  private static final int WIDTH = 64;

  private MessageKeys() {}

  /** PKCS#8, as {@code openssl genpkey} writes it. */
  static PrivateKey secret(Path file) {
    var content = only(file, "PRIVATE KEY");
    return first(file, it -> it.generatePrivate(new PKCS8EncodedKeySpec(content)));
  }

  static PublicKey open(Path file) {
    var content = only(file, "PUBLIC KEY");
    return first(file, it -> it.generatePublic(new X509EncodedKeySpec(content)));
  }

  static String pem(String label, byte[] content) {
    var lines = Base64.getMimeEncoder(WIDTH, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, lines.encodeToString(content), label);
  }

  private interface Reading<K> {
    K by(KeyFactory factory) throws GeneralSecurityException;
  }

  private static <K extends java.security.Key> K first(Path file, Reading<K> reading) {
    for (var kind : KINDS) {
      try {
        var key = reading.by(KeyFactory.getInstance(kind));
        SignatureAlgorithm.of(key);
        return key;
      } catch (GeneralSecurityException _) {
        // Of the other kind, then.
      }
    }
    throw new PopulationException(file + " holds no key on Ed25519 or P-256");
  }

  private static byte[] only(Path file, String label) {
    try {
      var found =
          Pattern.compile(
                  "-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]*)-----END " + label + "-----")
              .matcher(Files.readString(file, StandardCharsets.US_ASCII));
      if (!found.find()) {
        throw new PopulationException(file + " holds no " + label + " in PEM");
      }
      return Base64.getMimeDecoder().decode(found.group(1));
    } catch (IOException e) {
      throw new PopulationException("The key cannot be read: " + file, e);
    }
  }
}
