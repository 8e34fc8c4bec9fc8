package vn.ansinh.imaging;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Intermediate pictures of one measurement, all given back to the native heap at its end. */
final class Sheets implements AutoCloseable {

  private final List<Mat> all = new ArrayList<>();

  Mat blank() {
    return kept(new Mat());
  }

  <M extends Mat> M kept(M mat) {
    all.add(mat);
    return mat;
  }

  /** No longer than that; the same when it is not. */
  Mat scaled(Mat mat, int longSide) {
    double scale = (double) longSide / Math.max(mat.width(), mat.height());
    if (scale >= 1) {
      return mat;
    }
    var smaller = blank();
    var size =
        new Size(
            Math.max(1, Math.round(mat.width() * scale)),
            Math.max(1, Math.round(mat.height() * scale)));
    Imgproc.resize(mat, smaller, size, 0, 0, Imgproc.INTER_AREA);
    return smaller;
  }

  /** No wider than that. */
  Mat scaledToWidth(Mat mat, int width) {
    return scaled(mat, (int) Math.round(width * Math.max(1, mat.height() / (double) mat.width())));
  }

  Mat converted(Mat mat, int how) {
    var converted = blank();
    Imgproc.cvtColor(mat, converted, how);
    return converted;
  }

  Mat smooth(Mat mat, double sigma) {
    var smooth = blank();
    Imgproc.GaussianBlur(mat, smooth, new Size(0, 0), sigma);
    return smooth;
  }

  /** {@link Imgproc#MORPH_OPEN} and its relatives, with a rectangle. */
  Mat shaped(Mat mat, int how, int width, int height) {
    var shaped = blank();
    var brush = kept(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(width, height)));
    Imgproc.morphologyEx(mat, shaped, how, brush);
    return shaped;
  }

  static byte[] bytes(Mat mat) {
    var bytes = new byte[(int) (mat.total() * mat.channels())];
    mat.get(0, 0, bytes);
    return bytes;
  }

  static float[] floats(Mat mat) {
    var floats = new float[(int) (mat.total() * mat.channels())];
    mat.get(0, 0, floats);
    return floats;
  }

  @Override
  public void close() {
    all.forEach(Mat::release);
  }
}
