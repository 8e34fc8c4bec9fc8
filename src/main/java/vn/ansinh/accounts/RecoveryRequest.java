package vn.ansinh.accounts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.Secrets;

/**
 * What somebody typed who has forgotten a password; lies sealed for the second until it is read.
 */
record RecoveryRequest(String userName, Contact to) {

  private static final String DEVICE = "accounts.recovery.device.";

  byte[] sealed(Secrets secrets, UUID id) {
    return secrets.seal(
        userName + "\n" + to.channel() + "\n" + to.address(), "accounts.recovery.request." + id);
  }

  /** What the device is known by, if it says anything of the kind. */
  static byte @Nullable [] sealedDevice(Secrets secrets, UUID id, Device device) {
    var secret = device.secret();
    return secret == null ? null : secrets.seal(secret, DEVICE + id);
  }

  static Device openDevice(Secrets secrets, UUID id, byte @Nullable [] sealed) {
    return sealed != null && secrets.opens(sealed, DEVICE + id)
        ? new Device("", "", secrets.openText(sealed, DEVICE + id))
        : new Device("", "");
  }

  static RecoveryRequest open(Secrets secrets, UUID id, byte[] sealed) {
    var parts = secrets.openText(sealed, "accounts.recovery.request." + id).split("\n", 3);
    return new RecoveryRequest(parts[0], new Contact(Channel.valueOf(parts[1]), parts[2]));
  }

  @Override
  public String toString() {
    return "RecoveryRequest";
  }
}
