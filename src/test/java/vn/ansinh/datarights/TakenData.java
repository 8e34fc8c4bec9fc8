package vn.ansinh.datarights;

import vn.ansinh.platform.PersonId;

/**
 * What somebody would be handed, without a session and a password, for tests about what is in it.
 */
public final class TakenData {

  private TakenData() {}

  public static Downloading of(Downloads downloads, PersonId person) {
    return downloads.take(person, "json");
  }
}
