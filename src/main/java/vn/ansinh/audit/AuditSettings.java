package vn.ansinh.audit;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the trail is sealed.
 *
 * @param sealing {@code ANSINH_AUDIT_SEALING}: whether this node takes its turn
 * @param keyFile {@code ANSINH_AUDIT_KEY_FILE}: the Ed25519 key in PEM; none, no seals
 * @param copyDirectory {@code ANSINH_AUDIT_COPY_DIRECTORY}: where every checkpoint is written down
 *     a second time; best on another machine
 * @param warnAfter entries not sealed for so long are told in health and log
 */
@ConfigurationProperties("ansinh.audit")
record AuditSettings(
    @DefaultValue("true") boolean sealing,
    @Nullable String keyFile,
    @Nullable String copyDirectory,
    @DefaultValue("30s") Duration warnAfter) {

  @Nullable Path key() {
    return path(keyFile);
  }

  @Nullable Path copies() {
    return path(copyDirectory);
  }

  private static @Nullable Path path(@Nullable String text) {
    return text == null || text.isBlank() ? null : Path.of(text.strip());
  }
}
