package vn.ansinh.staff;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.OfficerId;

/** Ends whatever was begun with credentials that are no more. */
@Component
class Revocation {

  private final SignInStore signIns;
  private final DeviceStore devices;
  private final SessionStore sessions;
  private final Clock clock;

  Revocation(SignInStore signIns, DeviceStore devices, SessionStore sessions, Clock clock) {
    this.signIns = signIns;
    this.devices = devices;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * In the transaction that replaced them, and after it changed the officer's row: whoever is about
   * to finish a sign-in waits for that row and then finds its ticket gone, or was quicker and loses
   * the session here.
   */
  void endEverything(OfficerId officer) {
    signIns.forgetAll(officer);
    devices.forget(officer);
    sessions.endAll(officer, clock.instant());
  }
}
