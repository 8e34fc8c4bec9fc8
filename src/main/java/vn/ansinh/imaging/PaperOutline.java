package vn.ansinh.imaging;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfInt;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * Where a paper lies: the largest thing that differs in colour from what is seen along the edge of
 * the picture and is lighter. A darker one may be the portrait on a paper that fills its picture.
 *
 * @param hull its corners, in coarse pixels; null when nothing stands out
 */
record PaperOutline(@Nullable List<Point> hull, double share, int sidesCut) {

  static final PaperOutline NONE = new PaperOutline(null, 0, 0);

  /** Less of a difference in colour is shadow or grain. */
  private static final double LEAST_DIFFERENCE = 14;

  /** Smaller things are no papers. */
  private static final double LEAST_SHARE = 0.02;

  /** Fuller ones leave no table to tell them from. */
  private static final double MOST_SHARE = 0.97;

  /** Of a side of the picture; less is a shadow at the edge. */
  private static final double LEAST_CUT = 0.06;

  static PaperOutline of(Mat picture, Sheets sheets) {
    var colours = sheets.smooth(sheets.converted(picture, Imgproc.COLOR_BGR2Lab), 1.5);
    var values = Sheets.bytes(colours);
    var table = edgeColour(values, picture.width(), picture.height());
    var mask = different(colours, values, table, sheets);
    if (mask == null) {
      return NONE;
    }
    var contours = new ArrayList<MatOfPoint>();
    Imgproc.findContours(
        mask, contours, sheets.blank(), Imgproc.RETR_EXTERNAL, Imgproc.CHAIN_APPROX_NONE);
    MatOfPoint largest = null;
    double area = 0;
    for (var contour : contours) {
      sheets.kept(contour);
      if (Imgproc.contourArea(contour) > area) {
        largest = contour;
        area = Imgproc.contourArea(contour);
      }
    }
    if (largest == null) {
      return NONE;
    }
    var hull = hull(largest, sheets);
    double share = Imgproc.contourArea(hull) / (picture.width() * (double) picture.height());
    var paper =
        new PaperOutline(
            hull.toList(), share, sidesCut(largest.toArray(), picture.width(), picture.height()));
    boolean stands = share >= LEAST_SHARE && share <= MOST_SHARE;
    return stands && Core.mean(colours, paper.mask(picture, sheets)).val[0] > table[0]
        ? paper
        : NONE;
  }

  /** The paper's place; where none stands out, the middle. */
  Mat mask(Mat picture, Sheets sheets) {
    var mask = MeasureOperation.filled(picture, 0, sheets);
    var white = new Scalar(255);
    if (hull == null) {
      double x = picture.width();
      double y = picture.height();
      Imgproc.rectangle(
          mask, new Point(x * 0.15, y * 0.15), new Point(x * 0.85, y * 0.85), white, -1);
    } else {
      var corners = sheets.kept(new MatOfPoint(hull.toArray(Point[]::new)));
      Imgproc.fillConvexPoly(mask, corners, white);
    }
    return mask;
  }

  private static @Nullable Mat different(
      Mat picture, byte[] values, double[] table, Sheets sheets) {
    var difference = new byte[values.length / 3];
    for (int i = 0; i < difference.length; i++) {
      double light = (values[3 * i] & 0xFF) - table[0];
      double green = (values[3 * i + 1] & 0xFF) - table[1];
      double blue = (values[3 * i + 2] & 0xFF) - table[2];
      // Colour weighs more than light: shadows have light only.
      double far = Math.sqrt(0.4 * light * light + 2 * (green * green + blue * blue));
      difference[i] = (byte) Math.min(255, far);
    }
    var sheet = sheets.kept(new Mat(picture.rows(), picture.cols(), CvType.CV_8UC1));
    sheet.put(0, 0, difference);
    var mask = sheets.blank();
    double found = Imgproc.threshold(sheet, mask, 0, 255, Imgproc.THRESH_OTSU);
    // Cut lower than Otsu would: a portrait or a code on the paper must not split it.
    Core.compare(sheet, new Scalar(Math.max(LEAST_DIFFERENCE, found * 0.8)), mask, Core.CMP_GT);
    return found < LEAST_DIFFERENCE
        ? null
        : sheets.shaped(sheets.shaped(mask, Imgproc.MORPH_CLOSE, 9, 9), Imgproc.MORPH_OPEN, 5, 5);
  }

  /** The middle of the colours along the edge. */
  private static double[] edgeColour(byte[] values, int width, int height) {
    var counts = new int[3][256];
    int all = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (x >= 6 && y >= 6 && x < width - 6 && y < height - 6) {
          x = width - 6;
        }
        for (int c = 0; c < 3; c++) {
          counts[c][values[3 * (y * width + x) + c] & 0xFF]++;
        }
        all++;
      }
    }
    var colour = new double[3];
    for (int c = 0; c < 3; c++) {
      int value = 0;
      for (int below = counts[c][0]; below < all / 2 && value < 255; below += counts[c][value]) {
        value++;
      }
      colour[c] = value;
    }
    return colour;
  }

  private static MatOfPoint hull(MatOfPoint contour, Sheets sheets) {
    var numbers = sheets.kept(new MatOfInt());
    Imgproc.convexHull(contour, numbers);
    var points = contour.toArray();
    var corners = new ArrayList<Point>();
    for (int number : numbers.toArray()) {
      corners.add(points[number]);
    }
    return sheets.kept(new MatOfPoint(corners.toArray(Point[]::new)));
  }

  private static int sidesCut(Point[] outline, int width, int height) {
    var at = new int[4];
    for (var point : outline) {
      at[0] += point.x <= 1 ? 1 : 0;
      at[1] += point.x >= width - 2 ? 1 : 0;
      at[2] += point.y <= 1 ? 1 : 0;
      at[3] += point.y >= height - 2 ? 1 : 0;
    }
    int cut = 0;
    for (int side = 0; side < 4; side++) {
      cut += at[side] > LEAST_CUT * (side < 2 ? height : width) ? 1 : 0;
    }
    return cut;
  }
}
