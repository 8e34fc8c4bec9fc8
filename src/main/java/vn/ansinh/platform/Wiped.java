package vn.ansinh.platform;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Opened contents are written over with zeros as soon as they are used, so that a heap dump holds
 * those in use at its moment and not those the collector has not got to. What libraries copy on the
 * way (TLS, the servlet container's buffers, moves by the collector) is out of reach.
 */
public final class Wiped {

  private Wiped() {}

  /** The bytes are zeros afterwards, whatever happens. */
  public static <T> T after(byte[] opened, Function<byte[], T> use) {
    try {
      return use.apply(opened);
    } finally {
      Arrays.fill(opened, (byte) 0);
    }
  }
}
