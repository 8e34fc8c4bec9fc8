package vn.ansinh.notifications;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox is emptied.
 *
 * @param running whether this process sends at all
 * @param workers batches in hand at the same time, for each channel
 * @param batch messages taken at once at most; they share a connection when all senders are busy
 * @param poll how often the queue is looked at when nobody rings
 * @param lease how long a batch may take before another sender repeats it
 * @param maxAttempts tries until a message is dead; outages of the transport do not count
 * @param codesWithin a code older than this is not sent any more
 * @param keptFor how long it stays known that a message was sent
 */
@ConfigurationProperties("ansinh.outbox")
record OutboxSettings(
    @DefaultValue("true") boolean running,
    @DefaultValue("8") int workers,
    @DefaultValue("100") int batch,
    @DefaultValue("1s") Duration poll,
    @DefaultValue("3m") Duration lease,
    @DefaultValue("15") int maxAttempts,
    @DefaultValue("10m") Duration codesWithin,
    @DefaultValue("180d") Duration keptFor) {

  /** After this a sender stops starting further messages of its batch, well before the lease. */
  Duration batchWithin() {
    return lease.dividedBy(4);
  }
}
