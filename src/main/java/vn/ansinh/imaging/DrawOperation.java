package vn.ansinh.imaging;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import vn.ansinh.imaging.Original.Format;

/**
 * Draws a picture anew: upright, on white, no longer than asked for, as a plain JPEG. What was
 * hidden in the original (place, device, thumbnails, programs behind the end) cannot survive,
 * because only pixels are carried over.
 *
 * <pre>
 * question = format (1), orientation (1), longest side (2), the picture
 * result   = width (4), height (4), the JPEG
 * </pre>
 */
final class DrawOperation implements Operation {

  static final byte CODE = 1;
  static final int QUALITY = 85;

  private final Optional<TurboJpeg> turbo = TurboJpeg.installed();

  static byte[] question(Original original) {
    return ByteBuffer.allocate(4)
        .put((byte) original.format().ordinal())
        .put((byte) original.orientation())
        .putShort((short) original.longSide())
        .array();
  }

  static Drawn.Picture picture(byte[] result) {
    var in = ByteBuffer.wrap(result);
    int width = in.getInt();
    int height = in.getInt();
    var jpeg = new byte[in.remaining()];
    in.get(jpeg);
    return new Drawn.Picture(jpeg, width, height);
  }

  @Override
  public byte code() {
    return CODE;
  }

  /** Every format upright and turned, smaller and not, with and without transparency, and none. */
  @Override
  public List<byte[]> rehearsal() {
    var questions = new ArrayList<byte[]>();
    for (int type : List.of(CvType.CV_8UC4, CvType.CV_8UC1, CvType.CV_16UC3)) {
      var specimen = new Mat(64, 48, type, new Scalar(200, 100, 50, 128));
      questions.add(question(Format.PNG, 1, encoded(specimen, ".png")));
      specimen.release();
    }
    var jpeg = new Mat(64, 48, CvType.CV_8UC3, new Scalar(200, 100, 50));
    for (int orientation = 1; orientation <= 8; orientation++) {
      questions.add(question(Format.JPEG, orientation, encoded(jpeg, ".jpg")));
    }
    // The way of what the fast decoder leaves to OpenCV.
    var bytes = encoded(jpeg, ".jpg");
    decoded(bytes, reduction(bytes, 32)).release();
    jpeg.release();
    questions.add(question(Format.PNG, 1, new byte[100]));
    questions.add(question(Format.PNG, 1, new byte[0]));
    questions.add(question(Format.JPEG, 1, new byte[100]));
    return questions;
  }

  private static byte[] question(Format format, int orientation, byte[] picture) {
    var head = question(new Original(format, orientation, 32, picture));
    return ByteBuffer.allocate(head.length + picture.length).put(head).put(picture).array();
  }

  @Override
  public byte @Nullable [] run(ByteBuffer question) {
    var format = Format.values()[question.get()];
    int orientation = question.get();
    int longSide = question.getShort() & 0xFFFF;
    var bytes = new byte[question.remaining()];
    question.get(bytes);
    try (var picture = new Canvas(decoded(format, bytes, longSide))) {
      if (picture.mat().empty()) {
        return null;
      }
      picture.become(scaled(picture.mat(), longSide));
      flatten(picture);
      picture.become(upright(picture.mat(), orientation));
      return result(picture.mat());
    }
  }

  /** The old one is given back to the native heap at once, not when the collector gets to it. */
  private static final class Canvas implements AutoCloseable {
    private Mat mat;

    Canvas(Mat mat) {
      this.mat = mat;
    }

    Mat mat() {
      return mat;
    }

    void become(Mat next) {
      if (next != mat) {
        mat.release();
        mat = next;
      }
    }

    @Override
    public void close() {
      mat.release();
    }
  }

  /** Large JPEGs are reduced while decoding: a quarter of the work for half the size. */
  private Mat decoded(Format format, byte[] bytes, int longSide) {
    if (format == Format.PNG) {
      return decoded(bytes, Imgcodecs.IMREAD_UNCHANGED);
    }
    var fast = turbo.map(it -> it.decoded(bytes, longSide)).orElse(null);
    return fast != null
        ? fast
        : decoded(bytes, reduction(bytes, longSide) | Imgcodecs.IMREAD_IGNORE_ORIENTATION);
  }

  private static Mat decoded(byte[] bytes, int how) {
    var raw = new MatOfByte(bytes);
    try {
      return Imgcodecs.imdecode(raw, how);
    } finally {
      raw.release();
    }
  }

  private static int reduction(byte[] jpeg, int longSide) {
    int side = JpegSize.longSide(jpeg);
    if (side >= 8 * longSide) {
      return Imgcodecs.IMREAD_REDUCED_COLOR_8;
    }
    if (side >= 4 * longSide) {
      return Imgcodecs.IMREAD_REDUCED_COLOR_4;
    }
    return side >= 2 * longSide ? Imgcodecs.IMREAD_REDUCED_COLOR_2 : Imgcodecs.IMREAD_COLOR;
  }

  private static Mat scaled(Mat mat, int longSide) {
    double scale = (double) longSide / Math.max(mat.width(), mat.height());
    if (scale >= 1) {
      return mat;
    }
    var size =
        new Size(
            Math.max(1, Math.round(mat.width() * scale)),
            Math.max(1, Math.round(mat.height() * scale)));
    var smaller = new Mat();
    Imgproc.resize(
        mat, smaller, size, 0, 0, scale > 0.5 ? Imgproc.INTER_LINEAR : Imgproc.INTER_AREA);
    return smaller;
  }

  /** Three colours of eight bits, transparent parts white. */
  private static void flatten(Canvas picture) {
    if (picture.mat().depth() == CvType.CV_16U) {
      var bytes = new Mat();
      picture.mat().convertTo(bytes, CvType.CV_8U, 1 / 257.0);
      picture.become(bytes);
    }
    switch (picture.mat().channels()) {
      case 1 -> picture.become(converted(picture.mat(), Imgproc.COLOR_GRAY2BGR));
      case 4 -> picture.become(onWhite(picture.mat()));
      default -> {}
    }
  }

  private static Mat onWhite(Mat mat) {
    var alpha = new Mat();
    Core.extractChannel(mat, alpha, 3);
    var opacity = converted(alpha, Imgproc.COLOR_GRAY2BGR);
    var colours = converted(mat, Imgproc.COLOR_BGRA2BGR);
    Core.multiply(colours, opacity, colours, 1 / 255.0);
    Core.bitwise_not(opacity, opacity);
    Core.add(colours, opacity, colours);
    alpha.release();
    opacity.release();
    return colours;
  }

  private static Mat converted(Mat mat, int how) {
    var converted = new Mat();
    Imgproc.cvtColor(mat, converted, how);
    return converted;
  }

  /** Undoes an Exif orientation. */
  private static Mat upright(Mat mat, int orientation) {
    if (orientation < 2 || orientation > 8) {
      return mat;
    }
    var turned = new Mat();
    switch (orientation) {
      case 2 -> Core.flip(mat, turned, 1);
      case 3 -> Core.rotate(mat, turned, Core.ROTATE_180);
      case 4 -> Core.flip(mat, turned, 0);
      case 5 -> Core.transpose(mat, turned);
      case 6 -> Core.rotate(mat, turned, Core.ROTATE_90_CLOCKWISE);
      case 7 -> {
        Core.transpose(mat, turned);
        Core.rotate(turned, turned, Core.ROTATE_180);
      }
      default -> Core.rotate(mat, turned, Core.ROTATE_90_COUNTERCLOCKWISE);
    }
    return turned;
  }

  private byte[] result(Mat mat) {
    var jpeg = turbo.map(it -> it.encoded(mat, QUALITY)).orElseGet(() -> encoded(mat, ".jpg"));
    return ByteBuffer.allocate(8 + jpeg.length)
        .putInt(mat.width())
        .putInt(mat.height())
        .put(jpeg)
        .array();
  }

  private static byte[] encoded(Mat mat, String format) {
    var bytes = new MatOfByte();
    var how = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, QUALITY);
    try {
      Imgcodecs.imencode(format, mat, bytes, how);
      return bytes.toArray();
    } finally {
      bytes.release();
      how.release();
    }
  }
}
