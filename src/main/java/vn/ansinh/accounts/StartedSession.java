package vn.ansinh.accounts;

import vn.ansinh.platform.PersonId;

/**
 * A session just begun. The value exists here only: the database keeps a hash of it.
 *
 * @param cookieValue to be sent back by the browser with every request
 */
public record StartedSession(PersonId person, String cookieValue) {

  @Override
  public String toString() {
    return "StartedSession[" + person + "]";
  }
}
