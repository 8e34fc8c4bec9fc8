package vn.ansinh.files;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The longest time from its receipt that a picture stays, whoever still asks to keep it. Without a
 * word about a kind it stays as long as the declaration it belongs to.
 *
 * @param portrait 3×4 portraits, the approved ones too
 * @param paperFront front sides of identity papers
 * @param paperBack back sides
 * @param birthCertificate birth certificates
 * @param residencePaper papers about where somebody lives
 * @param refused what is left of pictures that proved broken; no content
 * @param quarantined originals that cost image workers, sealed, for inspection
 */
@ConfigurationProperties("ansinh.files.retention")
record Retention(
    @Nullable Duration portrait,
    @Nullable Duration paperFront,
    @Nullable Duration paperBack,
    @Nullable Duration birthCertificate,
    @Nullable Duration residencePaper,
    @DefaultValue("30d") Duration refused,
    @DefaultValue("90d") Duration quarantined) {

  Optional<Duration> of(FileKind kind) {
    return Optional.ofNullable(
        switch (kind) {
          case PORTRAIT -> portrait;
          case PAPER_FRONT -> paperFront;
          case PAPER_BACK -> paperBack;
          case BIRTH_CERTIFICATE -> birthCertificate;
          case RESIDENCE_PAPER -> residencePaper;
        });
  }
}
