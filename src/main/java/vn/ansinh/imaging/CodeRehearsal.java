package vn.ansinh.imaging;

import com.google.zxing.ChecksumException;
import com.google.zxing.EncodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import vn.ansinh.imaging.Original.Format;

/** Pictures that lead the reader of codes down every path it has, so that all of it is loaded. */
final class CodeRehearsal {

  record Specimen(Format format, int longSide, byte[] bytes) {}

  private static final int QUIET = 4;
  private static final Scalar WHITE = new Scalar(255);

  private CodeRehearsal() {}

  static List<Specimen> pictures() {
    // Thrown where something is only half a code; which picture would do it is not certain.
    List.of(
        NotFoundException.getNotFoundInstance(),
        FormatException.getFormatInstance(),
        ChecksumException.getChecksumInstance());
    var pictures = new ArrayList<Specimen>();
    texts().forEach((text, charset) -> pictures.add(png(code(text, charset))));
    var code = code("SPECIMEN ".repeat(30), "UTF-8");
    pictures.add(new Specimen(Format.JPEG, 80, encoded(code, ".jpg")));
    var mirrored = new Mat();
    Core.flip(code, mirrored, 1);
    pictures.add(png(mirrored));
    pictures.add(png(damaged(code, 8)));
    pictures.add(png(damaged(code, 2)));
    var turned = new Mat();
    var middle = new Point(code.width() / 2.0, code.height() / 2.0);
    Imgproc.warpAffine(
        code,
        turned,
        Imgproc.getRotationMatrix2D(middle, 20, 0.7),
        code.size(),
        Imgproc.INTER_LINEAR,
        Core.BORDER_CONSTANT,
        WHITE);
    pictures.add(png(turned));
    var noise = new Mat(180, 240, CvType.CV_8UC1);
    Core.randu(noise, 0, 255);
    pictures.add(png(noise));
    pictures.add(png(new Mat(180, 240, CvType.CV_8UC1, new Scalar(128))));
    pictures.add(new Specimen(Format.PNG, 32, new byte[100]));
    pictures.add(new Specimen(Format.JPEG, 32, new byte[0]));
    return pictures;
  }

  /** Digits, capitals, bytes of several alphabets, and the one of Japanese characters. */
  private static Map<String, String> texts() {
    return Map.of(
        "0123456789012", "ISO-8859-1",
        "SPECIMEN:F01", "ISO-8859-1",
        "079190000017|Mẫu|15011990", "UTF-8",
        "mẫu", "UTF-16BE",
        "見本", "Shift_JIS",
        "样本", "GB18030");
  }

  private static Mat code(String text, String charset) {
    try {
      var matrix =
          Encoder.encode(
                  text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, charset))
              .getMatrix();
      int side = matrix.getWidth() + 2 * QUIET;
      var mat = new Mat(side, side, CvType.CV_8UC1, WHITE);
      for (int y = 0; y < matrix.getHeight(); y++) {
        for (int x = 0; x < matrix.getWidth(); x++) {
          mat.put(y + QUIET, x + QUIET, matrix.get(x, y) == 1 ? 0 : 255);
        }
      }
      var larger = new Mat();
      Imgproc.resize(mat, larger, new Size(side * 4.0, side * 4.0), 0, 0, Imgproc.INTER_NEAREST);
      return larger;
    } catch (WriterException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A part of the middle is gone: little can be made good, much cannot. */
  private static Mat damaged(Mat code, int share) {
    var damaged = code.clone();
    int side = code.width() / share;
    int start = (code.width() - side) / 2;
    damaged.submat(new Rect(start, start, side, side)).setTo(new Scalar(0));
    return damaged;
  }

  private static Specimen png(Mat mat) {
    return new Specimen(Format.PNG, 2400, encoded(mat, ".png"));
  }

  private static byte[] encoded(Mat mat, String format) {
    var bytes = new MatOfByte();
    Imgcodecs.imencode(format, mat, bytes);
    var array = bytes.toArray();
    bytes.release();
    return array;
  }
}
