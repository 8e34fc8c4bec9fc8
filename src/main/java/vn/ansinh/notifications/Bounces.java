package vn.ansinh.notifications;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what returned mail says about messages, in one transaction each; told twice or by two
 * at once, it happens once. Safe for many threads.
 */
@Component
class Bounces {

  private final BounceStore store;
  private final DeliveryStore deliveries;
  private final Undeliverables undeliverables;
  private final TransactionTemplate transaction;
  private final MeterRegistry registry;
  private final Clock clock;

  Bounces(
      BounceStore store,
      DeliveryStore deliveries,
      Undeliverables undeliverables,
      TransactionTemplate transaction,
      MeterRegistry registry,
      Clock clock) {
    this.store = store;
    this.deliveries = deliveries;
    this.undeliverables = undeliverables;
    this.transaction = transaction;
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * @param receivedAt when the mail came; what lies ahead counts as now
   * @return whether the mail has served its purpose; an unknown one stays for a person
   */
  boolean settle(Bounce bounce, Instant receivedAt) {
    var now = clock.instant();
    var at = receivedAt.isAfter(now) ? now : receivedAt;
    var outcome =
        switch (bounce) {
          case Bounce.Failed(var message, var problem) -> fail(message, problem, at);
          case Bounce.Delayed(var message, _) ->
              store.delay(message, at) ? "delayed" : told(message);
          case Bounce.Passed _ -> "passed";
          case Bounce.AutoReply _ -> "auto_reply";
          case Bounce.Unknown _ -> "unknown";
        };
    registry.counter("ansinh.bounces.read", "outcome", outcome).increment();
    return !(bounce instanceof Bounce.Unknown);
  }

  private String fail(UUID message, String problem, Instant at) {
    var failed =
        transaction.execute(
            _ -> {
              var news = store.fail(message, problem, at);
              news.ifPresent(undeliverables::report);
              return news.isPresent();
            });
    return Boolean.TRUE.equals(failed) ? "failed" : told(message);
  }

  private String told(UUID message) {
    return deliveries.find(message).isPresent() ? "repeated" : "forgotten";
  }
}
