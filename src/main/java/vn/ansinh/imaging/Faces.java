package vn.ansinh.imaging;

import java.util.ArrayList;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * Counts what looks like a face: a patch the colour of skin, about as high as a head, with darker
 * places in it where eyes and mouth are. No model of real persons' faces is needed for that; nobody
 * is recognised by it.
 */
final class Faces {

  /** Of the picture; a head in a portrait is far larger, one in the background smaller. */
  static final double OF_A_PORTRAIT = 0.015;

  static final double OF_A_CARD = 0.005;

  /** Of the picture's width; wider patches are tables and walls. */
  private static final double MOST_WIDE = 0.85;

  private static final double LEAST_FILLED = 0.45;
  private static final double LEAST_FEATURES = 0.006;

  /** Of the lightness of the skin around them. */
  private static final double FEATURES_DARKER = 0.75;

  private static final double MOST_FEATURES = 0.45;

  private Faces() {}

  static int count(Mat picture, double leastShare, Sheets sheets) {
    var colours = sheets.smooth(sheets.converted(picture, Imgproc.COLOR_BGR2YCrCb), 0.7);
    var light = sheets.blank();
    Core.extractChannel(colours, light, 0);
    var skin = sheets.blank();
    // Colour of skin hardly differs between people; its lightness does, and is not asked.
    Core.inRange(colours, new Scalar(45, 136, 80), new Scalar(255, 169, 126), skin);
    var patches = sheets.shaped(skin, Imgproc.MORPH_OPEN, 5, 5);
    var outlines = new ArrayList<MatOfPoint>();
    Imgproc.findContours(
        patches, outlines, sheets.blank(), Imgproc.RETR_EXTERNAL, Imgproc.CHAIN_APPROX_SIMPLE);
    int faces = 0;
    for (var outline : outlines) {
      sheets.kept(outline);
      var box = Imgproc.boundingRect(outline);
      double area = Imgproc.contourArea(outline);
      double shape = box.height / (double) box.width;
      if (area >= leastShare * picture.total()
          && box.width <= MOST_WIDE * picture.width()
          && shape >= 0.8
          && shape <= 2.8
          && area >= LEAST_FILLED * box.area()
          && hasFeatures(skin, light, outline, box, sheets)) {
        faces++;
      }
    }
    return faces;
  }

  /** Between temples and chin something that is darker, or not skin. */
  private static boolean hasFeatures(
      Mat skin, Mat light, MatOfPoint outline, Rect box, Sheets sheets) {
    var inside = MeasureOperation.filled(skin, 0, sheets);
    Imgproc.fillPoly(inside, java.util.List.of(outline), new Scalar(255));
    var other = sheets.blank();
    Core.bitwise_not(skin, other);
    var dark = sheets.blank();
    double skinLight = MeasureOperation.percentile(light, inside, 0.5);
    Core.compare(light, new Scalar(FEATURES_DARKER * skinLight), dark, Core.CMP_LT);
    Core.bitwise_or(other, dark, other);
    Core.bitwise_and(other, inside, other);
    int head = Math.min(box.height, (int) (1.4 * box.width));
    var upper = sheets.kept(other.submat(new Rect(box.x, box.y, box.width, head)));
    var whole = sheets.kept(inside.submat(new Rect(box.x, box.y, box.width, head)));
    double share =
        MeasureOperation.marked(upper) / (double) Math.max(1, MeasureOperation.marked(whole));
    return share >= LEAST_FEATURES && share <= MOST_FEATURES;
  }
}
