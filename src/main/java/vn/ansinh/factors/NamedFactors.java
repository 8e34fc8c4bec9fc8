package vn.ansinh.factors;

import java.util.List;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Device;
import vn.ansinh.accounts.Reauthenticated;

/** Factors of which a person may have several, told apart by names. */
public interface NamedFactors {

  /** The oldest first. */
  List<Factor> of(CitizenSession session);

  /** False when there is none, or it is somebody else's. */
  boolean rename(CitizenSession session, FactorId id, String name);

  /**
   * Asks for the own password and tells the owner. Done with false when there is none, or it is
   * somebody else's.
   */
  Reauthenticated<Boolean> remove(CitizenSession session, FactorId id, String inUse, Device device);
}
