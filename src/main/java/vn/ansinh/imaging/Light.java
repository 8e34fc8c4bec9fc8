package vn.ansinh.imaging;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Measures of light. */
final class Light {

  /** All three colours at their end, or so near that nothing printed can be told any more. */
  private static final int BURNT_OUT = 250;

  private static final int BLOCK = 8;

  private Light() {}

  static Mat everywhere(Mat picture, Sheets sheets) {
    return MeasureOperation.filled(picture, 255, sheets);
  }

  /** Where a face should be in a portrait; a white background beside it is no glare. */
  static Mat facePlace(Mat picture, Sheets sheets) {
    var mask = MeasureOperation.filled(picture, 0, sheets);
    Imgproc.ellipse(
        mask,
        new Point(picture.width() * 0.5, picture.height() * 0.42),
        new Size(picture.width() * 0.15, picture.height() * 0.18),
        0,
        0,
        360,
        new Scalar(255),
        -1);
    return mask;
  }

  static double brightness(Mat grey, Mat mask) {
    return MeasureOperation.percentile(grey, mask, 0.8);
  }

  static double glare(Mat picture, Mat mask, Sheets sheets) {
    var burnt = sheets.blank();
    Core.inRange(
        sheets.smooth(picture, 1),
        new Scalar(BURNT_OUT, BURNT_OUT, BURNT_OUT),
        new Scalar(255, 255, 255),
        burnt);
    Core.bitwise_and(burnt, mask, burnt);
    // The quiet ring around a code and the gaps between lines are not patches.
    var patches = sheets.shaped(burnt, Imgproc.MORPH_OPEN, 9, 9);
    return MeasureOperation.largestPatch(patches, sheets)
        / (double) Math.max(1, MeasureOperation.marked(mask));
  }

  /**
   * The share of blocks that are without any noise and have the commonest shade of such blocks.
   * Light falls unevenly on everything that is photographed.
   */
  static double oneShade(Mat grey) {
    var values = Sheets.bytes(grey);
    int width = grey.width();
    var counts = new int[256];
    int all = 0;
    for (int top = 0; top + BLOCK <= grey.height(); top += BLOCK) {
      for (int left = 0; left + BLOCK <= width; left += BLOCK) {
        int shade = shade(values, top * width + left, width);
        if (shade >= 0) {
          counts[shade]++;
        }
        all++;
      }
    }
    int most = 0;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    return most / (double) Math.max(1, all);
  }

  /** Negative when there are several. */
  private static int shade(byte[] values, int start, int width) {
    byte shade = values[start];
    for (int y = 0; y < BLOCK; y++) {
      for (int x = 0; x < BLOCK; x++) {
        if (values[start + y * width + x] != shade) {
          return -1;
        }
      }
    }
    return shade & 0xFF;
  }
}
