package vn.ansinh.imaging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.RotatedRect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Finds the three machine lines in a picture in which they lie about level: rows of dark letters,
 * each as wide as the others, one below the other. Whether they are upright is not asked.
 */
final class MachineLineBand {

  /** Letters are looked for at this width. */
  private static final int WIDTH = 800;

  /** Of the picture's width; papers that take less are too small to be read anyway. */
  private static final double LEAST_LONG = 0.3;

  /**
   * Thirty letters of a fixed width; a line with its letters joined is about 24 times its height.
   */
  private static final double LEAST_SLENDER = 9;

  private static final double MOST_SLENDER = 60;

  /** Of a line's length. */
  private static final double MOST_APART = 0.16;

  private static final double LEAST_APART = 0.03;
  private static final double ALIKE = 0.12;

  /** As read: letters about 32 pixels high, with room around. */
  static final int LINE_WIDTH = 1240;

  static final int LINE_HEIGHT = 64;

  private record Line(Point left, Point right, double height) {

    double length() {
      return Math.hypot(right.x - left.x, right.y - left.y);
    }

    Line longer(double atLeft, double atRight) {
      double x = (right.x - left.x) / length();
      double y = (right.y - left.y) / length();
      return new Line(
          new Point(left.x - atLeft * x, left.y - atLeft * y),
          new Point(right.x + atRight * x, right.y + atRight * y),
          height);
    }

    Point middle() {
      return new Point((left.x + right.x) / 2, (left.y + right.y) / 2);
    }
  }

  private MachineLineBand() {}

  /** Each level and alone, from top to bottom; none unless there are three. */
  static List<Mat> lines(Mat grey, Sheets sheets) {
    double scale = Math.max(1, grey.width() / (double) WIDTH);
    var small = sheets.scaledToWidth(grey, WIDTH);
    var found = three(candidates(small, sheets));
    return found.stream()
        .flatMap(it -> flush(it).stream())
        .map(it -> cut(grey, it, scale, sheets))
        .toList();
  }

  private static List<Line> candidates(Mat small, Sheets sheets) {
    var letters = sheets.shaped(small, Imgproc.MORPH_BLACKHAT, 17, 11);
    var slope = sheets.blank();
    Imgproc.Sobel(letters, slope, CvType.CV_32F, 1, 0, 3);
    var strength = sheets.blank();
    Core.convertScaleAbs(slope, strength, 0.5);
    var mask = sheets.blank();
    Imgproc.threshold(
        sheets.shaped(strength, Imgproc.MORPH_CLOSE, 15, 3), mask, 0, 255, Imgproc.THRESH_OTSU);
    var joined =
        sheets.shaped(sheets.shaped(mask, Imgproc.MORPH_CLOSE, 25, 1), Imgproc.MORPH_OPEN, 9, 5);
    var contours = new ArrayList<MatOfPoint>();
    Imgproc.findContours(
        joined, contours, sheets.blank(), Imgproc.RETR_EXTERNAL, Imgproc.CHAIN_APPROX_NONE);
    var lines = new ArrayList<Line>();
    for (var contour : contours) {
      sheets.kept(contour);
      var outline = sheets.kept(new MatOfPoint2f(contour.toArray()));
      var line = line(Imgproc.minAreaRect(outline));
      double slender = line.length() / Math.max(1, line.height());
      if (line.length() >= LEAST_LONG * small.width()
          && slender >= LEAST_SLENDER
          && slender <= MOST_SLENDER) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** Through the middle, from left to right. */
  private static Line line(RotatedRect box) {
    var corners = new Point[4];
    box.points(corners);
    boolean first = distance(corners[0], corners[1]) >= distance(corners[1], corners[2]);
    var one = first ? between(corners[0], corners[3]) : between(corners[0], corners[1]);
    var other = first ? between(corners[1], corners[2]) : between(corners[2], corners[3]);
    double height = Math.min(box.size.width, box.size.height);
    return one.x <= other.x ? new Line(one, other, height) : new Line(other, one, height);
  }

  private static Optional<List<Line>> three(List<Line> lines) {
    var sorted = new ArrayList<>(lines);
    sorted.sort(Comparator.comparingDouble(it -> it.middle().y));
    // The lowest first: on an upright card nothing is printed below them.
    for (int i = sorted.size() - 3; i >= 0; i--) {
      var three = sorted.subList(i, i + 3);
      if (goTogether(three.get(0), three.get(1)) && goTogether(three.get(1), three.get(2))) {
        return Optional.of(three);
      }
    }
    return Optional.empty();
  }

  /**
   * All three begin and end below one another, however faint the end of one is: where one begins
   * further in than the line through where the two others do, it begins there.
   */
  private static List<Line> flush(List<Line> three) {
    var longest = three.stream().max(Comparator.comparingDouble(Line::length)).orElseThrow();
    double x = (longest.right().x - longest.left().x) / longest.length();
    double y = (longest.right().y - longest.left().y) / longest.length();
    var lefts =
        three.stream().map(it -> new Point(along(it.left(), x, y), across(it, x, y))).toList();
    var rights =
        three.stream().map(it -> new Point(-along(it.right(), x, y), across(it, x, y))).toList();
    var flush = new ArrayList<Line>();
    for (int i = 0; i < three.size(); i++) {
      var line = three.get(i);
      double in = lefts.get(i).x - outermost(lefts, i);
      double missing = rights.get(i).x - outermost(rights, i);
      flush.add(line.longer(Math.max(0, in), Math.max(0, missing)));
    }
    return flush;
  }

  /** Where the line through the two others passes this one. */
  private static double outermost(List<Point> ends, int i) {
    var one = ends.get(i == 0 ? 1 : 0);
    var other = ends.get(i == 2 ? 1 : 2);
    double share = (ends.get(i).y - one.y) / (other.y - one.y);
    return one.x + share * (other.x - one.x);
  }

  private static double along(Point point, double x, double y) {
    return point.x * x + point.y * y;
  }

  private static double across(Line line, double x, double y) {
    return line.middle().y * x - line.middle().x * y;
  }

  private static boolean goTogether(Line above, Line below) {
    double length = Math.max(above.length(), below.length());
    double apart = distance(above.middle(), below.middle()) / length;
    return Math.abs(above.left().x - below.left().x) < ALIKE * length
        && Math.abs(above.right().x - below.right().x) < ALIKE * length
        && apart > LEAST_APART
        && apart < MOST_APART;
  }

  /** With a letter's width to spare at both ends and half a letter above and below. */
  private static Mat cut(Mat grey, Line line, double scale, Sheets sheets) {
    double length = line.length();
    double x = (line.right().x - line.left().x) / length;
    double y = (line.right().y - line.left().y) / length;
    double letter = length / 30;
    double wide = length + 2 * letter;
    double half = wide * LINE_HEIGHT / LINE_WIDTH / 2;
    var from =
        sheets.kept(
            new MatOfPoint2f(
                at(line.left(), -letter * x + half * y, -letter * y - half * x, scale),
                at(line.right(), letter * x + half * y, letter * y - half * x, scale),
                at(line.right(), letter * x - half * y, letter * y + half * x, scale),
                at(line.left(), -letter * x - half * y, -letter * y + half * x, scale)));
    var to =
        sheets.kept(
            new MatOfPoint2f(
                new Point(0, 0),
                new Point(LINE_WIDTH, 0),
                new Point(LINE_WIDTH, LINE_HEIGHT),
                new Point(0, LINE_HEIGHT)));
    var how = sheets.kept(Imgproc.getPerspectiveTransform(from, to));
    var flat = sheets.blank();
    Imgproc.warpPerspective(
        grey,
        flat,
        how,
        new Size(LINE_WIDTH, LINE_HEIGHT),
        Imgproc.INTER_CUBIC,
        Core.BORDER_REPLICATE);
    return flat;
  }

  private static Point at(Point start, double right, double down, double scale) {
    return new Point((start.x + right) * scale, (start.y + down) * scale);
  }

  private static Point between(Point one, Point other) {
    return new Point((one.x + other.x) / 2, (one.y + other.y) / 2);
  }

  private static double distance(Point one, Point other) {
    return Math.hypot(one.x - other.x, one.y - other.y);
  }
}
