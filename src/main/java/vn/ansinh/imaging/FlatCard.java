package vn.ansinh.imaging;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** A card cut out of its picture; the whole picture where no paper stands out. */
final class FlatCard {

  private FlatCard() {}

  /** Turned so that its long side lies; perhaps on its head, which is allowed for. */
  static Mat of(Mat picture, PaperOutline paper, int width, int height, Sheets sheets) {
    var corners = paper.hull() == null ? null : corners(paper.hull(), sheets);
    var flat = sheets.blank();
    if (corners == null) {
      Imgproc.resize(picture, flat, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
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
                new Point(width, 0),
                new Point(width, height),
                new Point(0, height)));
    var how = sheets.kept(Imgproc.getPerspectiveTransform(from, to));
    Imgproc.warpPerspective(picture, flat, how, new Size(width, height));
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
}
