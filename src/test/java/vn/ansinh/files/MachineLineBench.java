package vn.ansinh.files;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.ansinh.files.MachineLinePhotos.Kind;
import vn.ansinh.files.MachineLinePhotos.Shot;
import vn.ansinh.imaging.Drawn;
import vn.ansinh.imaging.Imaging;
import vn.ansinh.imaging.LineSearch;
import vn.ansinh.imaging.Original;
import vn.ansinh.imaging.Original.Format;
import vn.ansinh.imaging.Workers;

/**
 * How many machine lines are read completely and right, how many are refused, and how many are
 * misread, which must be none. Each photo goes the whole way: drawn anew, then read.
 */
public final class MachineLineBench {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Imaging imaging;
  private final List<Double> milliseconds = new ArrayList<>();
  private final Map<Kind, int[]> counts = new EnumMap<>(Kind.class);

  MachineLineBench(Imaging imaging) {
    this.imaging = imaging;
  }

  public static void main(String[] arguments) {
    int photos = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 270;
    int first = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
    var imaging = Workers.started(1, PATIENCE);
    try {
      var bench = new MachineLineBench(imaging);
      for (int i = first; i < first + photos; i++) {
        bench.read(i);
      }
      bench.print(photos);
    } finally {
      imaging.stop();
    }
  }

  private void read(int number) {
    var shot = MachineLinePhotos.shot(number);
    var count = counts.computeIfAbsent(shot.kind(), _ -> new int[3]);
    var search = search(shot);
    if (search instanceof LineSearch.Read(var lines)) {
      boolean right = lines.equals(shot.lines());
      count[right ? 0 : 2]++;
      if (!right) {
        System.out.println("misread, photo " + number + "\n" + lines + "\n" + shot.lines());
      }
    } else {
      count[1]++;
    }
  }

  LineSearch search(Shot shot) {
    var drawn = imaging.draw(new Original(Format.JPEG, 1, FilesSettings.LONG_SIDE, shot.jpeg()));
    if (!(drawn instanceof Drawn.Picture picture)) {
      throw new IllegalStateException("a specimen is not drawn: " + drawn);
    }
    long start = System.nanoTime();
    var search = imaging.readLines(picture.jpeg(), PATIENCE).orElseThrow();
    milliseconds.add((System.nanoTime() - start) / 1e6);
    return search;
  }

  private void print(int photos) {
    System.out.printf("Machine lines on %d photos of specimens of card backs%n", photos);
    System.out.println("  kind          photos     read  refused  misread");
    var sums = new int[2][3];
    counts.forEach(
        (kind, count) -> {
          print(kind.toString(), count);
          for (int i = 0; i < 3; i++) {
            sums[kind.isReadable() ? 0 : 1][i] += count[i];
          }
        });
    print("readable", sums[0]);
    print("hardly", sums[1]);
    Collections.sort(milliseconds);
    System.out.printf(
        Locale.ROOT,
        "  a photo takes %.0f ms (median), %.0f ms (95 of 100), %.0f ms (longest); goal 2000 ms%n",
        milliseconds.get(milliseconds.size() / 2),
        milliseconds.get(milliseconds.size() * 95 / 100),
        milliseconds.getLast());
  }

  private static void print(String name, int[] count) {
    int all = count[0] + count[1] + count[2];
    System.out.printf(
        Locale.ROOT,
        "  %-12s %7d %7.1f%% %7.1f%% %8d%n",
        name,
        all,
        100.0 * count[0] / Math.max(1, all),
        100.0 * count[1] / Math.max(1, all),
        count[2]);
  }
}
