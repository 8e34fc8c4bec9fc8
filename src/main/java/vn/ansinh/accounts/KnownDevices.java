package vn.ansinh.accounts;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;

/** The devices a person is known by, for the person to see and to forget. */
@Service
public class KnownDevices {

  private final KnownDeviceStore store;
  private final AccountStore accounts;
  private final Sessions sessions;
  private final Audit audit;

  KnownDevices(KnownDeviceStore store, AccountStore accounts, Sessions sessions, Audit audit) {
    this.store = store;
    this.accounts = accounts;
    this.sessions = sessions;
    this.audit = audit;
  }

  /** The one used last first. */
  public List<KnownDevice> of(CitizenSession session, Device here) {
    return store.list(session.person(), here);
  }

  /** From now on it needs a code again. False when there is none, or it was somebody else's. */
  @Transactional
  public boolean forget(CitizenSession session, UUID device) {
    var person = session.person();
    boolean forgotten = store.forget(person, device);
    if (forgotten) {
      audit.record("DEVICE_FORGOTTEN", Actor.of(person), Subject.of("device", device, person));
    }
    return forgotten;
  }

  /** Ends the person's session, this one, and leaves no device that is let in without a code. */
  @Transactional
  public void signOutEverywhere(CitizenSession session) {
    var person = session.person();
    accounts.lock(person);
    sessions.endLive(person, SessionEnd.SENT_AWAY);
    store.forgetAll(person);
    audit.record(
        "DEVICES_FORGOTTEN", Actor.of(person), Subject.of("account", person.value(), person));
  }
}
