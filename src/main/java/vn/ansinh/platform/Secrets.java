package vn.ansinh.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The only place where keys are used. They lie in the {@link KeyRing}; losing its master key makes
 * sealed values unreadable and ends every link and code. Thread-safe.
 */
@Component
public final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  /** Tink's: the byte 1 and four of the id. */
  private static final int KEY_PREFIX = 5;

  private final KeyRing ring;

  Secrets(KeyRing ring) {
    this.ring = ring;
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
    var key = ring.mac(("hash:" + purpose).getBytes(StandardCharsets.UTF_8));
    return hmac(key, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Compares in constant time. */
  public boolean matches(String purpose, String value, byte[] hash) {
    return MessageDigest.isEqual(hash(purpose, value), hash);
  }

  /** Compares in constant time. */
  public static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** AES-256-GCM with the context (table, column, row id) as associated data. */
  public byte[] seal(byte[] plain, String context) {
    return ring.seal(plain, context.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Under whichever data key it was sealed.
   *
   * @throws IllegalStateException when it was altered, belongs to another context or its key is
   *     gone
   */
  public byte[] open(byte[] sealed, String context) {
    try {
      return ring.open(sealed, context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a sealed value does not open: wrong key or altered", e);
    }
  }

  /**
   * As {@link #open(byte[], String)}, also of what an earlier version sealed in a wider context.
   *
   * @param former that context, which nothing is sealed in any more
   */
  public byte[] open(byte[] sealed, String context, String former) {
    return opens(sealed, context) ? open(sealed, context) : open(sealed, former);
  }

  /** Whether it was sealed in this context, and its key is there. */
  public boolean opens(byte[] sealed, String context) {
    try {
      var _ = ring.open(sealed, context.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  /**
   * The id of the data key of something sealed, as {@code bin/ansinh keys list} names it; empty
   * when it was sealed before keys had ids.
   */
  public static String keyOf(byte[] sealed) {
    return sealed.length > KEY_PREFIX && sealed[0] == 1
        ? HexFormat.of().formatHex(sealed, 1, KEY_PREFIX)
        : "";
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
