package vn.ansinh.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How far the seals are behind, looked at four times a minute: gauges for the alarm, a health
 * detail and a log line. Never takes a node out of service.
 */
@Component("auditHealthIndicator")
class SealWatch implements HealthIndicator {

  private static final Logger LOG = LoggerFactory.getLogger(SealWatch.class);

  private final Seals seals;
  private final AuditSettings settings;

  private volatile @Nullable SealState seen;
  private boolean warned;
  private boolean toldProtection;

  SealWatch(Seals seals, AuditSettings settings, MeterRegistry registry, Clock clock) {
    this.seals = seals;
    this.settings = settings;
    gauge(registry, "ansinh.audit.unsealed.oldest.seconds", it -> it.oldestUnsealed().toSeconds());
    gauge(registry, "ansinh.audit.sealed.entries", SealState::entries);
    gauge(registry, "ansinh.audit.problem", it -> it.problem() == null ? 0 : 1);
    gauge(
        registry,
        "ansinh.audit.checkpoint.age.seconds",
        it ->
            it.sealedAt() == null
                ? 0
                : Duration.between(it.sealedAt(), clock.instant()).toSeconds());
  }

  @Override
  public Health health() {
    var state = seen;
    if (state == null) {
      return Health.up().build();
    }
    var health =
        Health.up()
            .withDetail("sealedEntries", state.entries())
            .withDetail("oldestUnsealedSeconds", state.oldestUnsealed().toSeconds())
            .withDetail("copy", state.copy().name())
            .withDetail("protectedFromApplication", state.protectedFromApplication());
    if (state.problem() != null) {
      health.withDetail("problem", state.problem());
    }
    if (isLate(state)) {
      health.withDetail("warning", "entries wait for their seal");
    }
    return health.build();
  }

  @Scheduled(fixedDelayString = "PT15S")
  void watch() {
    var state = seals.state();
    seen = state;
    if (!state.protectedFromApplication() && !toldProtection) {
      LOG.warn(
          "The audit trail is not protected against the application's own database role: give"
              + " migrations a role of their own (ANSINH_DATABASE_MIGRATION_USER, see docs/audit.md)");
      toldProtection = true;
    }
    if (isLate(state) && !warned) {
      LOG.warn(
          "Audit entries wait for their seal since {}: no node seals (ANSINH_AUDIT_KEY_FILE), or a"
              + " long transaction holds it back",
          state.oldestUnsealed());
    }
    warned = isLate(state);
  }

  private boolean isLate(SealState state) {
    return state.oldestUnsealed().compareTo(settings.warnAfter()) > 0;
  }

  private void gauge(
      MeterRegistry registry, String name, java.util.function.ToDoubleFunction<SealState> value) {
    Gauge.builder(
            name,
            () -> {
              var state = seen;
              return state == null ? 0 : value.applyAsDouble(state);
            })
        .register(registry);
  }
}
