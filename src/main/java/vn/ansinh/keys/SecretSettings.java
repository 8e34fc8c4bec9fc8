package vn.ansinh.keys;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The master secret: at least 32 bytes, base64. Before there was a ring every key was derived from
 * it.
 *
 * @param key {@code ANSINH_SECRET_KEY}; {@code bin/run} makes one for the demo under {@code var/}
 */
@ConfigurationProperties("ansinh.secret")
record SecretSettings(@Nullable String key) {

  boolean isSet() {
    return key != null && !key.isBlank();
  }

  byte[] bytes() {
    if (key == null || key.isBlank()) {
      throw new KeysException("ANSINH_SECRET_KEY is missing: set it to 32 random bytes in base64");
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(key.strip());
    } catch (IllegalArgumentException _) {
      throw new KeysException("ANSINH_SECRET_KEY is not base64");
    }
    if (bytes.length < 32) {
      throw new KeysException("ANSINH_SECRET_KEY is too short: it needs 32 bytes or more");
    }
    return bytes;
  }
}
