package vn.ansinh.totp;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * Codes of six digits that change every thirty seconds (RFC 6238, as every generator app knows).
 * Thread-safe; keeps nothing: keys and steps that were used are the caller's.
 */
public final class Totp {

  /** How many codes of one key are right at a moment, of a million. */
  public static final int GOOD_TOGETHER = 3;

  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int KEY_BYTES = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(STEP);

  /** 160 random bits, to be kept sealed. */
  public static byte[] newKey() {
    var key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return key;
  }

  /**
   * What the owner's app needs.
   *
   * @param userName shown by the app beside its code
   */
  public static AppKey keyFor(byte[] key, String userName) {
    var secret = Base32.toBase32String(key).replace("=", "");
    var label = URLEncoder.encode("AnSinh:" + userName, StandardCharsets.UTF_8);
    return new AppKey(
        secret,
        "otpauth://totp/%s?secret=%s&issuer=AnSinh&digits=6&period=30".formatted(label, secret));
  }

  /** The step the code is of: the present one, or one to either side for clocks that are off. */
  public OptionalLong stepOf(byte[] key, String code, Instant now) {
    var present = step(now);
    return List.of(present, present - 1, present + 1).stream()
        .mapToLong(it -> it)
        .filter(it -> same(code(key, it), code))
        .findFirst();
  }

  /** What the app shows in that step. */
  public String code(byte[] key, long step) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(key, generator.getAlgorithm()),
          Instant.ofEpochSecond(step * STEP.toSeconds()));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("a TOTP key is not a key", e);
    }
  }

  /** The number of the half minute; grows by one with each. */
  public static long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP.toSeconds());
  }

  private static boolean same(String right, String typed) {
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.UTF_8));
  }
}
