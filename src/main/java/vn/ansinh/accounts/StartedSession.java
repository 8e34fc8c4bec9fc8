package vn.ansinh.accounts;

import java.util.UUID;
import vn.ansinh.platform.PersonId;

/**
 * A session just begun. The values exist here only: the database keeps hashes of them.
 *
 * @param id what it is called by; opens nothing
 * @param cookieValue to be sent back by the browser with every request
 * @param deviceSecret to be shown at the next sign-in, so that this device is known
 */
public record StartedSession(PersonId person, UUID id, String cookieValue, String deviceSecret) {

  @Override
  public String toString() {
    return "StartedSession[" + person + "]";
  }
}
