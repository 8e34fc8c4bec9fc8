package vn.ansinh.imaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * The shapes of the capitals in which machine lines are printed everywhere (OCR-B, ISO 1073-2). A
 * second opinion on a name, independent of the reader of print, which takes a D for a P now and
 * then and does so twice. Drawn from a typeface in the public domain.
 */
final class Letters {

  private static final String RESOURCE = "/imaging/ocr-b.png";
  private static final int COUNT = 26;
  private static final int WIDTH = 40;

  /** Room around the letter is left out: neighbours stand there. */
  private static final int MARGIN = 2;

  /** So much less like what was read than like another letter may be chance. */
  private static final double ABOUT_AS_GOOD = 0.015;

  /** Of a place to both sides. */
  private static final double SLACK = 0.22;

  private final List<Mat> shapes = new ArrayList<>();

  Letters() {
    try (var in = Letters.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing");
      }
      var bytes = new MatOfByte(in.readAllBytes());
      var sheet = Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_GRAYSCALE);
      for (int i = 0; i < COUNT; i++) {
        var cell = new Rect(i * WIDTH + MARGIN, 0, WIDTH - 2 * MARGIN, sheet.height());
        var shape = new Mat();
        Imgproc.GaussianBlur(sheet.submat(cell), shape, new Size(0, 0), 1.4);
        shapes.add(shape);
      }
      bytes.release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether what stands there looks most like that letter, or about as much.
   *
   * @param middle of the place, from the left edge of the line
   * @param pitch of places
   */
  boolean confirm(char letter, Mat line, double middle, double pitch, Sheets sheets) {
    if (letter < 'A' || letter > 'Z') {
      return false;
    }
    double half = pitch * (0.5 + SLACK);
    int left = Math.max(0, (int) Math.round(middle - half));
    int right = Math.min(line.width(), (int) Math.round(middle + half));
    if (right - left < pitch) {
      return false;
    }
    var place = sheets.kept(line.submat(new Rect(left, 0, right - left, line.height())));
    double best = -1;
    double own = -1;
    for (int i = 0; i < COUNT; i++) {
      double likeness = likeness(place, shapes.get(i), pitch / WIDTH, sheets);
      best = Math.max(best, likeness);
      own = i == letter - 'A' ? likeness : own;
    }
    return own >= best - ABOUT_AS_GOOD;
  }

  private static double likeness(Mat place, Mat shape, double scale, Sheets sheets) {
    var fitted = sheets.blank();
    Imgproc.resize(shape, fitted, new Size(), scale, scale, Imgproc.INTER_AREA);
    if (fitted.width() > place.width() || fitted.height() > place.height()) {
      return -1;
    }
    var all = sheets.blank();
    Imgproc.matchTemplate(place, fitted, all, Imgproc.TM_CCOEFF_NORMED);
    return Core.minMaxLoc(all).maxVal;
  }
}
