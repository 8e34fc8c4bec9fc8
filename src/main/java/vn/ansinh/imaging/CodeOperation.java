package vn.ansinh.imaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import vn.ansinh.imaging.Original.Format;
import vn.ansinh.reading.QrPictures;
import vn.ansinh.reading.Raster;

/**
 * Looks for a QR code: the picture in shades of grey, no longer than asked for, whichever way up.
 *
 * <pre>
 * question = format (1), longest side (2), milliseconds after which it gives up (4),
 *            1 if they go by the clock, 0 if by what it has of the processors (1), the picture
 * result   = what the code says, UTF-8; nothing when there is none
 * </pre>
 */
final class CodeOperation implements Operation {

  static final byte CODE = 4;

  private static final int HEAD = 8;

  /**
   * @param awaited whether somebody waits: then the limit holds however busy the machine is
   */
  static byte[] question(Original original, Duration limit, boolean awaited) {
    return ByteBuffer.allocate(HEAD)
        .put((byte) original.format().ordinal())
        .putShort((short) original.longSide())
        .putInt((int) limit.toMillis())
        .put((byte) (awaited ? 1 : 0))
        .array();
  }

  static CodeSearch found(byte[] result) {
    return result.length == 0
        ? new CodeSearch.None()
        : new CodeSearch.Found(new String(result, StandardCharsets.UTF_8));
  }

  @Override
  public byte code() {
    return CODE;
  }

  @Override
  public List<byte[]> rehearsal() {
    return CodeRehearsal.pictures().stream().map(CodeOperation::question).toList();
  }

  private static byte[] question(CodeRehearsal.Specimen specimen) {
    var head =
        question(
            new Original(specimen.format(), 1, specimen.longSide(), specimen.bytes()),
            Duration.ofSeconds(5),
            false);
    return ByteBuffer.allocate(HEAD + specimen.bytes().length)
        .put(head)
        .put(specimen.bytes())
        .array();
  }

  @Override
  public byte @Nullable [] run(ByteBuffer question) {
    var format = Format.values()[question.get()];
    int longSide = question.getShort() & 0xFFFF;
    var limit = Duration.ofMillis(question.getInt());
    var clock = clock(question.get() == 1);
    var raster = raster(format, question, longSide);
    return raster == null
        ? null
        : QrPictures.read(raster, limit, clock).orElse("").getBytes(StandardCharsets.UTF_8);
  }

  static LongSupplier clock(boolean awaited) {
    return awaited ? System::nanoTime : WorkTime::nanos;
  }

  private static @Nullable Raster raster(Format format, ByteBuffer question, int longSide) {
    var picture = new byte[question.remaining()];
    question.get(picture);
    var raw = new MatOfByte(picture);
    var mat = Imgcodecs.imdecode(raw, how(format, picture, longSide));
    raw.release();
    double scale = (double) longSide / Math.max(1, Math.max(mat.width(), mat.height()));
    if (scale < 1) {
      var smaller = new Mat();
      Imgproc.resize(mat, smaller, size(mat, scale), 0, 0, Imgproc.INTER_AREA);
      mat.release();
      mat = smaller;
    }
    var raster = mat.empty() ? null : raster(mat);
    mat.release();
    return raster;
  }

  private static Size size(Mat mat, double scale) {
    return new Size(
        Math.max(1, Math.round(mat.width() * scale)),
        Math.max(1, Math.round(mat.height() * scale)));
  }

  private static Raster raster(Mat mat) {
    var luminance = new byte[mat.width() * mat.height()];
    mat.get(0, 0, luminance);
    return new Raster(mat.width(), mat.height(), luminance);
  }

  /** Codes are read whichever way up they are; so the camera's orientation does not matter. */
  private static int how(Format format, byte[] picture, int longSide) {
    int side = format == Format.JPEG ? JpegSize.longSide(picture) : 0;
    if (side >= 4 * longSide) {
      return Imgcodecs.IMREAD_REDUCED_GRAYSCALE_4;
    }
    return side >= 2 * longSide
        ? Imgcodecs.IMREAD_REDUCED_GRAYSCALE_2
        : Imgcodecs.IMREAD_GRAYSCALE | Imgcodecs.IMREAD_IGNORE_ORIENTATION;
  }
}
