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
 * @param safekeeping whether this node makes received pictures safe
 * @param reading whether this node reads codes and machine lines on photos of papers
 * @param batch how many pictures one of its threads takes at once
 * @param poll how often it looks for pictures that other nodes have received
 * @param lease how long another node waits for a sign of life before it takes over a picture; kept
 *     alive three times as often
 * @param retryAfter the pause after a crash, or when no worker or no storage can be had
 * @param crashesAllowed so many image workers may a picture cost before it is quarantined
 */
@ConfigurationProperties("ansinh.files")
record FilesSettings(
    @DefaultValue("var/files") Path directory,
    @DefaultValue("7d") Duration uploadsKeptFor,
    @DefaultValue("1h") Duration strayAfter,
    @DefaultValue("true") boolean safekeeping,
    @DefaultValue("true") boolean reading,
    @DefaultValue("4") int batch,
    @DefaultValue("1s") Duration poll,
    @DefaultValue("30s") Duration lease,
    @DefaultValue("2s") Duration retryAfter,
    @DefaultValue("3") int crashesAllowed) {

  static final int MOST_BYTES = 5 * 1024 * 1024;
  static final long MOST_PIXELS = 24_000_000;
  static final int LONG_SIDE = 1600;
  static final int LEAST_SIDE = 200;
}
