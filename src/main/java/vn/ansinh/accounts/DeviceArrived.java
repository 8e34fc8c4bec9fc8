package vn.ansinh.accounts;

import vn.ansinh.platform.PersonId;

/**
 * Somebody has signed in on a new device with a code, or with what stands in its place. Told in the
 * same transaction, which holds the lock on the account's row; never persisted.
 *
 * @param entry from {@link SigningIn.NeedsCode}, worth nothing any more
 */
public record DeviceArrived(PersonId person, String entry) {

  @Override
  public String toString() {
    return "DeviceArrived[" + person + "]";
  }
}
