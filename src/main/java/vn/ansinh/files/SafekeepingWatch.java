package vn.ansinh.files;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.ansinh.files.SafekeepingStore.Backlog;
import vn.ansinh.imaging.Imaging;

/**
 * How long pictures wait to be made safe, looked at twice a minute: gauges for the alarm and a
 * health detail. Workers that do not start never take a node out of service: what is received is
 * durable, and waits.
 */
@Component("safekeepingHealthIndicator")
class SafekeepingWatch implements HealthIndicator {

  private final SafekeepingStore store;
  private final Imaging imaging;
  private final Clock clock;
  private volatile Backlog seen = new Backlog(0, null, 0);

  SafekeepingWatch(SafekeepingStore store, Imaging imaging, MeterRegistry registry, Clock clock) {
    this.store = store;
    this.imaging = imaging;
    this.clock = clock;
    Gauge.builder("ansinh.pictures.waiting", () -> seen.pictures()).register(registry);
    Gauge.builder("ansinh.pictures.oldest.seconds", () -> oldest().toSeconds()).register(registry);
    Gauge.builder("ansinh.pictures.quarantined", () -> seen.quarantined()).register(registry);
    FunctionCounter.builder("ansinh.imaging.crashes", imaging, Imaging::crashes).register(registry);
  }

  @Override
  public Health health() {
    return Health.up()
        .withDetail("waiting", seen.pictures())
        .withDetail("oldestSeconds", oldest().toSeconds())
        .withDetail("quarantined", seen.quarantined())
        .withDetail("crashes", imaging.crashes())
        .withDetail("confinedBy", imaging.confinement())
        .withDetail("readsMachineLines", imaging.readsLines())
        .build();
  }

  @Scheduled(fixedDelayString = "PT30S")
  void watch() {
    seen = store.backlog();
  }

  private Duration oldest() {
    var oldest = seen.oldest();
    return oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
  }
}
