package vn.ansinh.files;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.ansinh.files.LabelledPhotos.Labelled;
import vn.ansinh.imaging.Drawn;
import vn.ansinh.imaging.Imaging;
import vn.ansinh.imaging.Measures;
import vn.ansinh.imaging.Original;
import vn.ansinh.imaging.Original.Format;
import vn.ansinh.imaging.Workers;

/**
 * False alarms and misses of the pre-flight, by fault, on photos of specimens of which is known
 * what is wrong; and what a photo costs. Each goes the whole way: drawn anew, then measured.
 */
public final class PreflightBench {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Imaging imaging;
  private final PictureJudge judge = new PictureJudge(settings());
  private @Nullable Measures last;
  private final List<Double> milliseconds = new ArrayList<>();

  PreflightBench(Imaging imaging) {
    this.imaging = imaging;
  }

  /**
   * @param alarms of photos that do not have the fault
   * @param misses of photos that have it
   */
  record Score(PictureFault fault, int good, int alarms, int faulty, int misses) {}

  public static void main(String[] arguments) {
    int each = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
    boolean verbose = arguments.length > 1;
    var imaging = Workers.started(1, PATIENCE);
    try {
      var bench = new PreflightBench(imaging);
      var photos = new ArrayList<>(LabelledPhotos.good(4 * each, 1));
      for (var fault : PictureFault.values()) {
        photos.addAll(LabelledPhotos.faulty(fault, each, 1));
      }
      bench.print(photos.size(), bench.scores(photos, verbose));
    } finally {
      imaging.stop();
    }
  }

  static PreflightSettings settings() {
    return new Binder(new MapConfigurationPropertySource())
        .bindOrCreate("ansinh.files.preflight", PreflightSettings.class);
  }

  List<Score> scores(List<Labelled> photos, boolean verbose) {
    var found = new ArrayList<Set<PictureFault>>();
    for (var photo : photos) {
      var faults = faults(photo);
      found.add(faults);
      if (verbose) {
        boolean right =
            photo.fault() == null ? faults.isEmpty() : faults.equals(Set.of(photo.fault()));
        System.out.printf(
            "%s %s %s %s %s%n", right ? " " : "!", photo.kind(), photo.fault(), faults, last);
      }
    }
    return Arrays.stream(PictureFault.values()).map(it -> score(it, photos, found)).toList();
  }

  private static Score score(
      PictureFault fault, List<Labelled> photos, List<Set<PictureFault>> found) {
    int good = 0;
    int alarms = 0;
    int faulty = 0;
    int misses = 0;
    for (int i = 0; i < photos.size(); i++) {
      boolean told = found.get(i).contains(fault);
      if (photos.get(i).fault() == fault) {
        faulty++;
        misses += told ? 0 : 1;
      } else {
        good++;
        alarms += told ? 1 : 0;
      }
    }
    return new Score(fault, good, alarms, faulty, misses);
  }

  Set<PictureFault> faults(Labelled photo) {
    var own = measures(photo.kind(), photo.jpeg());
    last = own;
    var faults = EnumSet.noneOf(PictureFault.class);
    faults.addAll(judge.faults(photo.kind(), own));
    if (photo.twin() != null
        && judge.areSame(own.likeness(), measures(photo.kind(), photo.twin()).likeness())) {
      faults.add(PictureFault.SAME_TWICE);
    }
    return faults;
  }

  private Measures measures(FileKind kind, byte[] jpeg) {
    var drawn = imaging.draw(new Original(Format.JPEG, 1, FilesSettings.LONG_SIDE, jpeg));
    if (!(drawn instanceof Drawn.Picture picture)) {
      throw new IllegalStateException("a specimen is not drawn: " + drawn);
    }
    long start = System.nanoTime();
    var measures = imaging.measure(PictureJudge.motif(kind), picture.jpeg(), PATIENCE);
    milliseconds.add((System.nanoTime() - start) / 1e6);
    return measures.orElseThrow();
  }

  private void print(int photos, List<Score> scores) {
    System.out.printf("Pre-flight on %d labelled photos of specimens%n", photos);
    System.out.println("  fault          without  false alarms       with  misses");
    for (var score : scores) {
      System.out.printf(
          Locale.ROOT,
          "  %-14s %7d %5d (%4.1f %%) %10d %3d (%4.1f %%)%n",
          score.fault(),
          score.good(),
          score.alarms(),
          100.0 * score.alarms() / score.good(),
          score.faulty(),
          score.misses(),
          100.0 * score.misses() / score.faulty());
    }
    Collections.sort(milliseconds);
    System.out.printf(
        Locale.ROOT,
        "  a photo takes %.0f ms (median), %.0f ms (95 of 100), %.0f ms (longest); goal 2000 ms%n",
        milliseconds.get(milliseconds.size() / 2),
        milliseconds.get(milliseconds.size() * 95 / 100),
        milliseconds.getLast());
  }
}
