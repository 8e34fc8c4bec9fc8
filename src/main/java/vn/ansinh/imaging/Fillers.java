package vn.ansinh.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * What a filler looks like on this card in this light, learned from the eleven that stand in a row
 * at the same places of every second line. Readers of print take fillers for letters; this tells
 * them apart, and how many letters there are between them.
 *
 * @param pattern the mean of the eleven
 * @param middles of the eleven, in pixels from the left edge of the line
 * @param pitch from one to the next
 */
record Fillers(Mat pattern, List<Double> middles, double pitch) {

  static final int PLACES = 30;

  private static final int FIRST = 18;
  private static final int COUNT = 11;

  /** As {@link MachineLineBand} cuts lines: a letter's width to spare at both ends. */
  private static final double PITCH = MachineLineBand.LINE_WIDTH / 32.0;

  private static final double MOST_STRETCHED = 0.1;
  private static final int WIDTH = 30;
  private static final int HEIGHT = 44;

  /** Fillers are like their mean by 0.95 and more, letters by less than 0.75. */
  private static final double ALIKE = 0.85;

  private static final double UNLIKE = 0.78;

  /** Of a place: farther from where it should be, nothing is certain. */
  private static final double MOST_ASIDE = 0.3;

  /** Empty where eleven things that look the same do not stand there. */
  static Optional<Fillers> of(Mat numbers, Sheets sheets) {
    double middle = PITCH * 1.5 + (FIRST + COUNT / 2) * PITCH;
    var likeness = likeness(numbers, pattern(numbers, middle, sheets), sheets);
    var row =
        IntStream.range(FIRST, FIRST + COUNT)
            .mapToObj(it -> best(likeness, PITCH * (1.5 + it), PITCH * 0.49) + WIDTH / 2.0)
            .toList();
    double pitch = (row.getLast() - row.getFirst()) / (COUNT - 1);
    if (Math.abs(pitch - PITCH) > MOST_STRETCHED * PITCH) {
      return Optional.empty();
    }
    // Where thirtieths of the line were guessed a little aside, half of the neighbours is in it.
    double aside = aside(mean(numbers, row, sheets));
    var centred = row.stream().map(it -> it + aside).toList();
    var mean = mean(numbers, centred, sheets);
    var learned = likeness(numbers, mean, sheets);
    return centred.stream().allMatch(it -> learned[best(learned, it, 4)] >= ALIKE)
        ? Optional.of(new Fillers(mean, centred, pitch))
        : Optional.empty();
  }

  /** The second line without them. */
  Mat without(Mat numbers, Sheets sheets) {
    var painted = sheets.kept(numbers.clone());
    paint(painted, middles.getFirst() - pitch / 2, middles.getLast() + pitch / 2);
    return painted;
  }

  /** Covers a part of a line with the shade of its paper. */
  static void paint(Mat line, double from, double to) {
    if (to > from) {
      Imgproc.rectangle(
          line, new Point(from, 0), new Point(to, line.height()), new Scalar(paper(line)), -1);
    }
  }

  private static double paper(Mat line) {
    var values = Sheets.bytes(line);
    var counts = new int[256];
    for (byte value : values) {
      counts[value & 0xFF]++;
    }
    int shade = 255;
    for (int above = counts[255]; above < values.length / 5 && shade > 0; above += counts[shade]) {
      shade--;
    }
    return shade;
  }

  /**
   * Where the fillers of another line are; by place, from the left edge. Empty where something is
   * neither quite like one nor quite unlike, or where places cannot be counted.
   */
  Optional<Places> in(Mat line, Sheets sheets) {
    var likeness = likeness(line, pattern, sheets);
    var found = new ArrayList<Integer>();
    for (int x = 0; x < likeness.length; x++) {
      if (likeness[x] > UNLIKE && best(likeness, x + WIDTH / 2.0, pitch * 0.6) == x) {
        if (likeness[x] < ALIKE) {
          return Optional.empty();
        }
        found.add(x);
      }
    }
    return found.isEmpty() ? Optional.empty() : counted(found);
  }

  /** From the right: the last lies below the last place of the line above, or some before it. */
  private Optional<Places> counted(List<Integer> found) {
    double at = found.getLast() + WIDTH / 2.0;
    double exact = FIRST + COUNT - 1 + (at - middles.getLast()) / pitch;
    int place = (int) Math.round(exact);
    if (place >= PLACES || Math.abs(exact - place) > MOST_ASIDE) {
      return Optional.empty();
    }
    var middleOf = new Double[PLACES];
    middleOf[place] = at;
    double step = pitch;
    for (int next : found.reversed().subList(1, found.size())) {
      double apart = at - next - WIDTH / 2.0;
      int places = (int) Math.round(apart / step);
      if (places < 1 || places > place || Math.abs(apart / step - places) > MOST_ASIDE) {
        return Optional.empty();
      }
      step = (step + apart / places) / 2;
      at = next + WIDTH / 2.0;
      place -= places;
      middleOf[place] = at;
    }
    return Optional.of(new Places(middleOf, step));
  }

  private static Mat mean(Mat line, List<Double> middles, Sheets sheets) {
    var sum = sheets.kept(Mat.zeros(HEIGHT, WIDTH, CvType.CV_32F));
    for (double middle : middles) {
      var one = sheets.blank();
      pattern(line, middle, sheets).convertTo(one, CvType.CV_32F);
      Core.add(sum, one, sum);
    }
    var mean = sheets.blank();
    sum.convertTo(mean, CvType.CV_8U, 1.0 / middles.size());
    return mean;
  }

  /** How far the middle of the ink is from the middle of the pattern. */
  private static double aside(Mat pattern) {
    var values = Sheets.bytes(pattern);
    double paper = paper(pattern);
    double ink = 0;
    double moment = 0;
    for (int i = 0; i < values.length; i++) {
      double dark = Math.max(0, paper - (values[i] & 0xFF) - 20);
      ink += dark;
      moment += dark * (i % WIDTH + 0.5);
    }
    return ink == 0 ? 0 : moment / ink - WIDTH / 2.0;
  }

  private static Mat pattern(Mat line, double middle, Sheets sheets) {
    int left = (int) Math.round(middle - WIDTH / 2.0);
    int top = (line.height() - HEIGHT) / 2;
    return sheets.kept(
        line.submat(new Rect(Math.clamp(left, 0, line.width() - WIDTH), top, WIDTH, HEIGHT)));
  }

  /** For each column in which a pattern may begin: -1 to 1, wherever it is in height. */
  private static float[] likeness(Mat line, Mat pattern, Sheets sheets) {
    var all = sheets.blank();
    Imgproc.matchTemplate(line, pattern, all, Imgproc.TM_CCOEFF_NORMED);
    var best = sheets.blank();
    Core.reduce(all, best, 0, Core.REDUCE_MAX);
    return Sheets.floats(best);
  }

  /** The column around there in which the most alike begins. */
  private static int best(float[] likeness, double middle, double slack) {
    int from = (int) Math.round(middle - slack - WIDTH / 2.0);
    int to = (int) Math.round(middle + slack - WIDTH / 2.0);
    int best = Math.clamp(from, 0, likeness.length - 1);
    for (int x = best; x <= Math.min(to, likeness.length - 1); x++) {
      best = likeness[x] > likeness[best] ? x : best;
    }
    return best;
  }
}
