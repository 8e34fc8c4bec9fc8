package vn.ansinh.imaging;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import vn.ansinh.imaging.Measures.Side;

/**
 * Which side of a card is seen. The front has a face, the back the three machine lines; a
 * passport's page has both and an old card's back neither, and about those nothing is said.
 */
final class CardSide {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 404;

  /** Of the width: machine lines run from edge to edge, nothing else printed on a card does. */
  private static final double RUNS_THROUGH = 0.8;

  /** Rows of pixels that two of three lines take at least. */
  private static final int LEAST_ROWS = 22;

  private CardSide() {}

  static Side of(Mat picture, PaperOutline paper, Sheets sheets) {
    var card = laidFlat(picture, paper, sheets);
    boolean face = Faces.count(card, Faces.OF_A_CARD, sheets) > 0;
    boolean lines = machineLines(sheets.converted(card, Imgproc.COLOR_BGR2GRAY), sheets);
    if (face == lines) {
      return Side.UNCERTAIN;
    }
    return face ? Side.FRONT : Side.BACK;
  }

  /** Turned so that its long side lies; perhaps on its head, which is allowed for. */
  private static Mat laidFlat(Mat picture, PaperOutline paper, Sheets sheets) {
    var corners = paper.hull() == null ? null : corners(paper.hull(), sheets);
    var flat = sheets.blank();
    if (corners == null) {
      Imgproc.resize(picture, flat, new Size(WIDTH, HEIGHT), 0, 0, Imgproc.INTER_AREA);
      return flat;
    }
    double scale =
        Math.max(1, Math.max(picture.width(), picture.height()) / (double) MeasureOperation.COARSE);
    var from = sheets.kept(new MatOfPoint2f());
    var scaled = new ArrayList<Point>();
    for (var corner : corners) {
      scaled.add(new Point(corner.x * scale, corner.y * scale));
    }
    from.fromList(scaled);
    var to =
        sheets.kept(
            new MatOfPoint2f(
                new Point(0, 0),
                new Point(WIDTH, 0),
                new Point(WIDTH, HEIGHT),
                new Point(0, HEIGHT)));
    var how = sheets.kept(Imgproc.getPerspectiveTransform(from, to));
    Imgproc.warpPerspective(picture, flat, how, new Size(WIDTH, HEIGHT));
    return flat;
  }

  /** Of the smallest upright or slanted rectangle around it, the long side first. */
  private static List<Point> corners(List<Point> hull, Sheets sheets) {
    var points = sheets.kept(new MatOfPoint2f());
    points.fromList(hull);
    var corners = new Point[4];
    Imgproc.minAreaRect(points).points(corners);
    boolean lies = distance(corners[0], corners[1]) >= distance(corners[1], corners[2]);
    return lies
        ? List.of(corners[0], corners[1], corners[2], corners[3])
        : List.of(corners[1], corners[2], corners[3], corners[0]);
  }

  private static double distance(Point one, Point other) {
    return Math.hypot(one.x - other.x, one.y - other.y);
  }

  /** Dark letters in rows that run through, at the lower edge or, on its head, the upper. */
  private static boolean machineLines(Mat grey, Sheets sheets) {
    var letters = sheets.shaped(grey, Imgproc.MORPH_BLACKHAT, 15, 9);
    var slope = sheets.blank();
    Imgproc.Sobel(letters, slope, CvType.CV_32F, 1, 0, 3);
    var strength = sheets.blank();
    Core.convertScaleAbs(slope, strength, 0.5);
    var mask = sheets.blank();
    Imgproc.threshold(strength, mask, 0, 255, Imgproc.THRESH_OTSU);
    var joined = Sheets.bytes(sheets.shaped(mask, Imgproc.MORPH_CLOSE, 25, 5));
    return rows(joined, HEIGHT * 55 / 100, HEIGHT) >= LEAST_ROWS
        || rows(joined, 0, HEIGHT * 45 / 100) >= LEAST_ROWS;
  }

  private static int rows(byte[] mask, int from, int to) {
    int rows = 0;
    for (int y = from; y < to; y++) {
      int set = 0;
      for (int x = 0; x < WIDTH; x++) {
        set += mask[y * WIDTH + x] == 0 ? 0 : 1;
      }
      rows += set >= RUNS_THROUGH * WIDTH ? 1 : 0;
    }
    return rows;
  }
}
