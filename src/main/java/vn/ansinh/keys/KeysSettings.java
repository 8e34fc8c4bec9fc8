package vn.ansinh.keys;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param rotateAfter the age at which the newest data key is replaced by itself
 * @param trustedFor how long a node seals without having looked for newer keys; far below {@code
 *     retireAfter}
 * @param retireAfter how long after its replacement a data key may be destroyed: by then no node
 *     seals under it and no transaction of that time is still open
 * @param batch how many values are sealed again before the place is noted
 */
@ConfigurationProperties("ansinh.keys")
record KeysSettings(
    @DefaultValue("30d") Duration rotateAfter,
    @DefaultValue("2m") Duration trustedFor,
    @DefaultValue("24h") Duration retireAfter,
    @DefaultValue("200") int batch) {

  KeysSettings {
    if (rotateAfter.compareTo(Duration.ofHours(1)) < 0) {
      throw new IllegalArgumentException("data keys cannot be replaced more often than hourly");
    }
  }
}
