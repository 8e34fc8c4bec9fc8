package vn.ansinh.staff;

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
 */
final class Totp {

  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int KEY_BYTES = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(STEP);

  static byte[] newKey() {
    var key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return key;
  }

  static Enrolment enrolment(byte[] key, String userName) {
    var secret = Base32.toBase32String(key).replace("=", "");
    var label = URLEncoder.encode("AnSinh:" + userName, StandardCharsets.UTF_8);
    return new Enrolment(
        secret,
        "otpauth://totp/%s?secret=%s&issuer=AnSinh&digits=6&period=30".formatted(label, secret));
  }

  /** The step the code is of: the present one, or one to either side for clocks that are off. */
  OptionalLong stepOf(byte[] key, String code, Instant now) {
    var present = step(now);
    return List.of(present, present - 1, present + 1).stream()
        .mapToLong(it -> it)
        .filter(it -> same(code(key, it), code))
        .findFirst();
  }

  String code(byte[] key, long step) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(key, generator.getAlgorithm()),
          Instant.ofEpochSecond(step * STEP.toSeconds()));
    } catch (InvalidKeyException e) {
      throw new StaffException("a TOTP key is not a key");
    }
  }

  static long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP.toSeconds());
  }

  private static boolean same(String right, String typed) {
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.UTF_8));
  }
}
