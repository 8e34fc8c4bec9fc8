package vn.ansinh.imaging;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What threads have had of the processors. A worker steps aside for everything else on the machine:
 * while others are at work, time goes by that says nothing about the picture it has before it.
 */
final class WorkTime {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private WorkTime() {}

  /** Of the thread that asks, in nanoseconds. */
  static long nanos() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** Of a thread that lives, in nanoseconds. */
  static long nanos(Thread thread) {
    return THREADS.getThreadCpuTime(thread.threadId());
  }
}
