package vn.ansinh.notifications;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.ansinh.notifications.BounceStore.Reading;

/** What share of the mail comes back and when the mailbox was last read, for alarm and console. */
@Component
class BounceWatch {

  private final BounceStore store;
  private final BounceSettings settings;
  private final Clock clock;
  private volatile @Nullable BounceState seen;
  private volatile @Nullable Reading last;

  BounceWatch(BounceStore store, BounceSettings settings, Clock clock, MeterRegistry registry) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    if (settings.areRead()) {
      Gauge.builder("ansinh.bounces.share", this, BounceWatch::share).register(registry);
      Gauge.builder("ansinh.bounces.unread.seconds", this, BounceWatch::unread).register(registry);
      Gauge.builder("ansinh.bounces.waiting", this, it -> it.count(Reading::waiting))
          .register(registry);
      Gauge.builder("ansinh.bounces.left", this, it -> it.count(Reading::left)).register(registry);
    }
  }

  @Scheduled(fixedDelayString = "PT30S")
  void watch() {
    if (settings.areRead()) {
      seen = state();
      last = store.reading();
    }
  }

  BounceState state() {
    var reading = store.reading();
    var share = store.share();
    return new BounceState(
        settings.areRead(),
        reading.at(),
        reading.problem() != null,
        share.mails(),
        share.returned());
  }

  private double share() {
    var state = seen;
    return state == null ? Double.NaN : state.share();
  }

  /** Mails in the mailbox when it was last read; unknown before the first time. */
  private double count(Function<Reading, @Nullable Integer> which) {
    var reading = last;
    var count = reading == null ? null : which.apply(reading);
    return count == null ? Double.NaN : count;
  }

  /** How long the mailbox was not read to its end; unknown before the first time. */
  private double unread() {
    var state = seen;
    return state == null || state.readAt() == null
        ? Double.NaN
        : Duration.between(state.readAt(), clock.instant()).toSeconds();
  }
}
