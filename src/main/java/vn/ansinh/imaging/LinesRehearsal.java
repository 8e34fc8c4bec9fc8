package vn.ansinh.imaging;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Pictures that lead the reader of machine lines down every path it has. */
final class LinesRehearsal {

  private static final String[] LINES = {
    "IDVNM1900000174079190000017<<4",
    "9001158F3001156VNM<<<<<<<<<<<4",
    "NGUYEN<<THI<MAU<<<<<<<<<<<<<<<"
  };

  private LinesRehearsal() {}

  static List<byte[]> pictures() {
    var pictures = new ArrayList<byte[]>();
    var card = card(LINES);
    pictures.add(encoded(card));
    for (int turn : new int[] {Core.ROTATE_180, Core.ROTATE_90_CLOCKWISE}) {
      var turned = new Mat();
      Core.rotate(card, turned, turn);
      pictures.add(encoded(turned));
    }
    pictures.add(encoded(card(new String[] {LINES[0], LINES[2], LINES[1]})));
    var noise = new Mat(600, 800, CvType.CV_8UC3);
    Core.randu(noise, 0, 255);
    pictures.add(encoded(noise));
    pictures.add(encoded(new Mat(60, 80, CvType.CV_8UC3, new Scalar(128, 128, 128))));
    pictures.add(new byte[100]);
    pictures.add(new byte[0]);
    return pictures;
  }

  /** In a typeface that comes with OpenCV. */
  private static Mat card(String[] lines) {
    var card = new Mat(800, 1300, CvType.CV_8UC3, new Scalar(60, 80, 100));
    Imgproc.rectangle(card, new Point(30, 30), new Point(1270, 770), new Scalar(235, 240, 235), -1);
    for (int line = 0; line < lines.length; line++) {
      for (int i = 0; i < lines[line].length(); i++) {
        Imgproc.putText(
            card,
            lines[line].substring(i, i + 1),
            new Point(80 + i * 38.0, 520 + line * 90.0),
            Imgproc.FONT_HERSHEY_SIMPLEX,
            1.5,
            new Scalar(20, 20, 20),
            4);
      }
    }
    return card;
  }

  private static byte[] encoded(Mat picture) {
    var bytes = new MatOfByte();
    Imgcodecs.imencode(".jpg", picture, bytes);
    var array = bytes.toArray();
    bytes.release();
    return array;
  }
}
