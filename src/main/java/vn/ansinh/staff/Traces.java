package vn.ansinh.staff;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets sign-ins, tries and sessions a day after they ended; the audit trail keeps its lines. */
@Component
class Traces {

  private static final Duration KEPT = Duration.ofDays(1);

  private final SignInStore signIns;
  private final SessionStore sessions;
  private final LimitStore limits;
  private final DeviceStore devices;
  private final Clock clock;

  Traces(
      SignInStore signIns,
      SessionStore sessions,
      LimitStore limits,
      DeviceStore devices,
      Clock clock) {
    this.signIns = signIns;
    this.sessions = sessions;
    this.limits = limits;
    this.devices = devices;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
  void forget() {
    var moment = clock.instant().minus(KEPT);
    signIns.forgetOlderThan(moment);
    sessions.forgetOlderThan(moment);
    limits.forgetOlderThan(moment);
    devices.forgetOlderThan(clock.instant().minus(KnownDevices.KNOWN_FOR));
  }
}
