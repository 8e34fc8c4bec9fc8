package vn.ansinh.imports;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Shows an import on a terminal as one line that moves, elsewhere as a line every few seconds: how
 * far, how fast, how long still.
 */
final class ProgressBar implements ImportWatcher {

  private static final int WIDTH = 24;
  private static final long MOVES_EVERY = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long LINE_EVERY = TimeUnit.SECONDS.toNanos(5);

  private final PrintStream out;
  private final boolean terminal;
  private Phase phase = Phase.CHECKING;
  private long begunAt;
  private long shownAt;
  private long begunWith;
  private long done;
  private long total;

  ProgressBar(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void begins(Phase phase, long done, long total) {
    this.phase = phase;
    this.begunWith = done;
    this.done = done;
    this.total = total;
    this.begunAt = System.nanoTime();
    this.shownAt = begunAt;
  }

  @Override
  public void reached(long done) {
    this.done = done;
    long now = System.nanoTime();
    if (now - shownAt >= (terminal ? MOVES_EVERY : LINE_EVERY)) {
      shownAt = now;
      show(now);
    }
  }

  @Override
  public void ends() {
    show(System.nanoTime());
    if (terminal) {
      out.println();
    }
  }

  private void show(long now) {
    var line = line(now - begunAt);
    if (terminal) {
      // The spaces wipe what a longer line left.
      out.print("\r" + line + "    ");
      out.flush();
    } else {
      out.println(line);
    }
  }

  private String line(long nanos) {
    double seconds = nanos / 1e9;
    double rate = seconds > 0 ? (done - begunWith) / seconds : 0;
    long percent = total == 0 ? 100 : done * 100 / total;
    var left = rate > 0 ? time(Math.round((total - done) / rate)) : "-:--";
    return switch (phase) {
      case CHECKING ->
          String.format(
              Locale.ROOT,
              "Checking   %s %3d %%  %.1f MB/s, %s left",
              bar(),
              percent,
              rate / 1e6,
              left);
      case IMPORTING ->
          String.format(
              Locale.ROOT,
              "Importing  %s %3d %%  %,d of %,d, %,.0f/s, %s left",
              bar(),
              percent,
              done,
              total,
              rate,
              left);
    };
  }

  private String bar() {
    int full = total == 0 ? WIDTH : (int) (done * WIDTH / total);
    return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "]";
  }

  private static String time(long seconds) {
    return seconds < 3_600
        ? "%d:%02d".formatted(seconds / 60, seconds % 60)
        : "%d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60);
  }
}
