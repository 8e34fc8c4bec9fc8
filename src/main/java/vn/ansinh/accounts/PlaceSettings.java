package vn.ansinh.accounts;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Words for networks.
 *
 * @param file of lines {@code network,words in Vietnamese,words in English}, such as {@code
 *     203.0.113.0/24,Hà Nội,Hanoi}; absent or empty where the operator has none
 */
@ConfigurationProperties("ansinh.places")
record PlaceSettings(@Nullable String file) {

  @Nullable Path path() {
    return file == null || file.isBlank() ? null : Path.of(file);
  }
}
