package vn.ansinh.staff;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets sign-ins, tries and sessions a day after they ended; the audit trail keeps its lines. */
@Component
class Traces {

  private static final Duration KEPT = Duration.ofDays(1);
  private static final Duration PROPOSALS_KEPT = Duration.ofDays(30);

  private final SignInStore signIns;
  private final SessionStore sessions;
  private final LimitStore limits;
  private final DeviceStore devices;
  private final ProposalStore proposals;
  private final Clock clock;

  Traces(
      SignInStore signIns,
      SessionStore sessions,
      LimitStore limits,
      DeviceStore devices,
      ProposalStore proposals,
      Clock clock) {
    this.signIns = signIns;
    this.sessions = sessions;
    this.limits = limits;
    this.devices = devices;
    this.proposals = proposals;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
  void forget() {
    var moment = clock.instant().minus(KEPT);
    signIns.forgetOlderThan(moment);
    sessions.forgetOlderThan(moment);
    limits.forgetOlderThan(moment);
    proposals.forgetOlderThan(clock.instant().minus(PROPOSALS_KEPT));
    devices.forgetOlderThan(clock.instant().minus(KnownDevices.KNOWN_FOR));
  }
}
