package vn.ansinh.platform;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The master secret: at least 32 bytes, base64.
 *
 * @param key {@code ANSINH_SECRET_KEY}; {@code bin/run} makes one for the demo under {@code var/}
 */
@ConfigurationProperties("ansinh.secret")
record SecretSettings(@Nullable String key) {

  byte[] masterKey() {
    if (key == null || key.isBlank()) {
      throw new IllegalStateException(
          "ANSINH_SECRET_KEY is missing: set it to 32 random bytes in base64");
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(key.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("ANSINH_SECRET_KEY is not base64", e);
    }
    if (bytes.length < 32) {
      throw new IllegalStateException("ANSINH_SECRET_KEY is too short: it needs 32 bytes or more");
    }
    return bytes;
  }
}
