package vn.ansinh.datarights;

import java.time.Instant;

/** Whether somebody may have their data now. */
public sealed interface Downloading {

  record Granted(Held held) implements Downloading {}

  /**
   * @param until when it may be asked for again
   */
  record TooMany(Instant until) implements Downloading {}
}
