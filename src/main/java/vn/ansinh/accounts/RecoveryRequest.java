package vn.ansinh.accounts;

import java.util.UUID;
import vn.ansinh.platform.Secrets;

/**
 * What somebody typed who has forgotten a password; lies sealed for the second until it is read.
 */
record RecoveryRequest(String userName, Contact to) {

  byte[] sealed(Secrets secrets, UUID id) {
    return secrets.seal(
        userName + "\n" + to.channel() + "\n" + to.address(), "accounts.recovery.request." + id);
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
