package vn.ansinh.population;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import vn.ansinh.identity.Verification;
import vn.ansinh.platform.CircuitBreaker;
import vn.ansinh.population.RegistryReply.Failed;
import vn.ansinh.population.RegistryReply.Failure;
import vn.ansinh.population.RegistryReply.Told;

/**
 * Counts what the registry says and how long it takes, by kind and never by person, and tells it as
 * a health detail. A registry that is down never takes a node out of service: photos are sent
 * instead.
 */
final class PopulationWatch implements HealthIndicator {

  private static final Logger LOG = LoggerFactory.getLogger(PopulationWatch.class);

  private final MeterRegistry meters;
  private final CircuitBreaker breaker;
  private final Clock clock;
  private final AtomicReference<@Nullable Seen> newest = new AtomicReference<>();

  /** The newest question that reached the line. */
  private record Seen(@Nullable Failure failure, Instant at) {}

  PopulationWatch(MeterRegistry meters, CircuitBreaker breaker, Clock clock) {
    this.meters = meters;
    this.breaker = breaker;
    this.clock = clock;
    Gauge.builder("ansinh.population.registry.resting", () -> breaker.isOpen() ? 1 : 0)
        .register(meters);
  }

  CircuitBreaker breaker() {
    return breaker;
  }

  void saw(RegistryReply reply, long nanoseconds) {
    var reason = reply instanceof Failed(var why) ? why : null;
    meters
        .timer("ansinh.population.registry", "outcome", outcome(reply), "reason", name(reason))
        .record(nanoseconds, TimeUnit.NANOSECONDS);
    if (reason == Failure.BUSY || reason == Failure.RESTING) {
      return;
    }
    var before = newest.getAndSet(new Seen(reason, clock.instant()));
    if (reason != null && (before == null || before.failure() != reason)) {
      LOG.warn("the population registry gave no verdict: {}", reason);
    } else if (reason == null && before != null && before.failure() != null) {
      LOG.info("the population registry answers again");
    }
  }

  @Override
  public Health health() {
    var health = Health.up().withDetail("asking", breaker.isOpen() ? "resting" : "yes");
    var seen = newest.get();
    if (seen != null) {
      health.withDetail("newest", seen.failure() == null ? "answered" : name(seen.failure()));
      health.withDetail("at", seen.at().toString());
    }
    return health.build();
  }

  private static String outcome(RegistryReply reply) {
    return switch (reply) {
      case Told(Verification.Match _) -> "match";
      case Told(Verification.Mismatch _) -> "mismatch";
      case Told(Verification.NotFound _) -> "not_found";
      case Told(Verification.Unavailable _), Failed _ -> "unavailable";
    };
  }

  private static String name(@Nullable Failure failure) {
    return failure == null ? "" : failure.name().toLowerCase(Locale.ROOT);
  }
}
