package vn.ansinh.notifications;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Channel;

/** Counts what comes of each attempt. */
@Component
class OutboxMetrics {

  private final MeterRegistry registry;

  OutboxMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void count(Channel channel, Handing answer) {
    registry
        .counter("ansinh.outbox.attempts", "channel", name(channel), "outcome", outcome(answer))
        .increment();
  }

  static String name(Channel channel) {
    return channel.name().toLowerCase(Locale.ROOT);
  }

  private static String outcome(Handing answer) {
    return switch (answer) {
      case Handing.HandedOver _ -> "handed_over";
      case Handing.Deferred _ -> "deferred";
      case Handing.Refused _ -> "refused";
      case Handing.NotTried _ -> "not_tried";
      case Handing.Unreachable _ -> "unreachable";
      case Handing.CutOff _ -> "cut_off";
      case Handing.Expired _ -> "expired";
      case Handing.Unwanted _ -> "unwanted";
    };
  }
}
