package vn.ansinh.imaging;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process has had of the processors. A worker steps aside for everything else on the
 * machine: while others are at work, time goes by that says nothing about the picture it has before
 * it.
 */
final class WorkTime {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private WorkTime() {}

  /** All threads together, those of native libraries too, in nanoseconds; in steps of 10 ms. */
  static long nanos() {
    return SYSTEM.getProcessCpuTime();
  }
}
