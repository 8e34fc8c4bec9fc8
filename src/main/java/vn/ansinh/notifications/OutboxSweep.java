package vn.ansinh.notifications;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets old messages: what dead ones said after thirty days, that there was one after half a
 * year.
 */
@Component
class OutboxSweep {

  private static final Duration DEAD_CONTENT_KEPT = Duration.ofDays(30);

  private final DeliveryStore messages;
  private final ReceiptStore receipts;
  private final OutboxSettings settings;
  private final Clock clock;

  OutboxSweep(DeliveryStore messages, ReceiptStore receipts, OutboxSettings settings, Clock clock) {
    this.messages = messages;
    this.receipts = receipts;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
  @Transactional
  public void sweep() {
    var now = clock.instant();
    messages.sweep(now.minus(DEAD_CONTENT_KEPT), now.minus(settings.keptFor()));
    receipts.deleteBefore(now.minus(DEAD_CONTENT_KEPT));
  }
}
