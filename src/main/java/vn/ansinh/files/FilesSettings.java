package vn.ansinh.files;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param directory where sealed pictures lie; on a volume that is backed up with the database
 * @param uploadsKeptFor how long an upload stays that nobody has asked to keep
 * @param strayAfter how old content without a row must be before the sweep takes it, so that an
 *     upload under way is never mistaken for a stray
 * @param waitForDecoder how long an upload queues for a free decoder before it is turned away
 */
@ConfigurationProperties("ansinh.files")
record FilesSettings(
    @DefaultValue("var/files") Path directory,
    @DefaultValue("7d") Duration uploadsKeptFor,
    @DefaultValue("1h") Duration strayAfter,
    @DefaultValue("20s") Duration waitForDecoder) {

  static final int MOST_BYTES = 5 * 1024 * 1024;
  static final long MOST_PIXELS = 24_000_000;
  static final int LONG_SIDE = 1600;
  static final int LEAST_SIDE = 200;
}
