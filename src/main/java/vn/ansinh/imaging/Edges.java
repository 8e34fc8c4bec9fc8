package vn.ansinh.imaging;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** How wide the strongest edges are, whatever their contrast. */
final class Edges {

  /** So many pixels in a thousand are looked at: the strongest. */
  private static final double STRONGEST = 0.008;

  /** Takes the noise away; a sharp edge is that wide afterwards. */
  private static final double SMOOTHING = 1.0;

  /**
   * For an edge of width s the steepest slope is c/s and the strongest bend c′/s²; with the weights
   * of the filters used their ratio is this over s.
   */
  private static final double BEND_BY_SLOPE = 0.303;

  private static final int REACH = 3;

  private Edges() {}

  /** Movement widens edges in one direction only: the worse of both counts. */
  static double softness(Mat grey, Sheets sheets) {
    var smooth = sheets.smooth(grey, SMOOTHING);
    return Math.max(
        softness(slope(smooth, 1, 0, sheets), slope(smooth, 2, 0, sheets), grey.width(), 1),
        softness(
            slope(smooth, 0, 1, sheets), slope(smooth, 0, 2, sheets), grey.width(), grey.width()));
  }

  private static float[] slope(Mat grey, int x, int y, Sheets sheets) {
    var slope = sheets.blank();
    Imgproc.Sobel(grey, slope, CvType.CV_32F, x, y, 3);
    return Sheets.floats(slope);
  }

  private static double softness(float[] slope, float[] bend, int width, int step) {
    float strong = strongest(slope);
    double slopes = 0;
    double bends = 0;
    int margin = REACH * width;
    for (int i = margin; i < slope.length - margin; i++) {
      float steep = Math.abs(slope[i]);
      if (steep < strong
          || steep < Math.abs(slope[i - step])
          || steep < Math.abs(slope[i + step])) {
        continue;
      }
      slopes += steep;
      bends += mostBent(bend, i, step);
    }
    return bends == 0 ? 0 : BEND_BY_SLOPE * slopes / bends;
  }

  /** On both sides of an edge; their mean, so that noise counts less. */
  private static double mostBent(float[] bend, int at, int step) {
    float up = 0;
    float down = 0;
    for (int i = -REACH; i <= REACH; i++) {
      float bent = bend[at + i * step];
      up = Math.max(up, bent);
      down = Math.min(down, bent);
    }
    return (up - down) / 2;
  }

  private static float strongest(float[] slope) {
    var counts = new int[2048];
    for (float one : slope) {
      counts[Math.min(2047, (int) Math.abs(one))]++;
    }
    int wanted = (int) (slope.length * STRONGEST);
    int value = 2047;
    for (int above = counts[value]; above < wanted && value > 1; above += counts[value]) {
      value--;
    }
    return Math.max(1, value);
  }
}
