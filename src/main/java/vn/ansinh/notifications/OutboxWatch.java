package vn.ansinh.notifications;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Channel;

/**
 * How long messages wait, looked at twice a minute: gauges for the alarm and a health detail. A
 * mail server that is down never takes a node out of service.
 */
@Component("outboxHealthIndicator")
class OutboxWatch implements HealthIndicator {

  private final DeliveryStore store;
  private final List<Courier> couriers;
  private final Clock clock;
  private final Map<Channel, QueueState> seen = new ConcurrentHashMap<>();

  OutboxWatch(DeliveryStore store, List<Courier> couriers, MeterRegistry registry, Clock clock) {
    this.store = store;
    this.couriers = couriers;
    this.clock = clock;
    couriers.forEach(it -> register(it, registry));
  }

  List<QueueState> states() {
    return couriers.stream().map(this::look).toList();
  }

  @Override
  public Health health() {
    var health = Health.up();
    seen.values()
        .forEach(
            it ->
                health.withDetail(
                    OutboxMetrics.name(it.channel()),
                    Map.of(
                        "waiting", it.waiting(),
                        "oldestSeconds", it.oldest().toSeconds(),
                        "transport", it.broken() ? "down" : "up")));
    return health.build();
  }

  @Scheduled(fixedDelayString = "PT30S")
  void watch() {
    couriers.forEach(it -> seen.put(it.channel(), look(it)));
  }

  private QueueState look(Courier courier) {
    var waiting = store.waiting(courier.channel());
    var oldest =
        waiting.oldest() == null
            ? Duration.ZERO
            : Duration.between(waiting.oldest(), clock.instant());
    return new QueueState(courier.channel(), waiting.messages(), oldest, courier.isBroken());
  }

  private void register(Courier courier, MeterRegistry registry) {
    var channel = courier.channel();
    var empty = new QueueState(channel, 0, Duration.ZERO, false);
    Gauge.builder("ansinh.outbox.waiting", () -> seen.getOrDefault(channel, empty).waiting())
        .tag("channel", OutboxMetrics.name(channel))
        .register(registry);
    Gauge.builder(
            "ansinh.outbox.oldest.seconds",
            () -> seen.getOrDefault(channel, empty).oldest().toSeconds())
        .tag("channel", OutboxMetrics.name(channel))
        .register(registry);
    Gauge.builder("ansinh.outbox.transport.down", () -> courier.isBroken() ? 1 : 0)
        .tag("channel", OutboxMetrics.name(channel))
        .register(registry);
  }
}
