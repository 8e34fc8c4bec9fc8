package vn.ansinh.platform;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The only place where keys are used. All keys are derived from one master secret (HMAC-SHA-256
 * with the purpose as message); losing it makes sealed values unreadable, changing it ends every
 * link and code. Thread-safe.
 */
@Component
public final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private final byte[] master;
  private final AesGcmJce sealing;

  Secrets(SecretSettings settings) throws GeneralSecurityException {
    this.master = settings.masterKey();
    this.sealing = new AesGcmJce(hmac(master, "sealing".getBytes(StandardCharsets.UTF_8)));
  }

  /** A new secret of 128 random bits or more, safe in a URL. */
  public static String token(int bytes) {
    if (bytes < 16) {
      throw new IllegalArgumentException("a token needs at least 16 bytes");
    }
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return URL.encodeToString(random);
  }

  /** Uniformly random decimal digits, for codes people type. */
  public static String digits(int count) {
    return RANDOM
        .ints(count, 0, 10)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }

  /** Uniformly random characters out of {@code alphabet}. */
  public static String random(String alphabet, int count) {
    return RANDOM
        .ints(count, 0, alphabet.length())
        .collect(
            StringBuilder::new, (text, i) -> text.append(alphabet.charAt(i)), StringBuilder::append)
        .toString();
  }

  /** Keyed hash for equality look-ups and for codes; the purpose separates the uses. */
  public byte[] hash(String purpose, String value) {
    var key = hmac(master, ("hash:" + purpose).getBytes(StandardCharsets.UTF_8));
    return hmac(key, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Compares in constant time. */
  public boolean matches(String purpose, String value, byte[] hash) {
    return MessageDigest.isEqual(hash(purpose, value), hash);
  }

  /** AES-256-GCM with the context (table, column, row id) as associated data. */
  public byte[] seal(byte[] plain, String context) {
    try {
      return sealing.encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed", e);
    }
  }

  public byte[] open(byte[] sealed, String context) {
    try {
      return sealing.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a sealed value does not open: wrong key or altered", e);
    }
  }

  public byte[] seal(String plain, String context) {
    return seal(plain.getBytes(StandardCharsets.UTF_8), context);
  }

  public String openText(byte[] sealed, String context) {
    return new String(open(sealed, context), StandardCharsets.UTF_8);
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
