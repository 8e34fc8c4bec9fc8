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
import vn.ansinh.reading.SeenLines;

/** Pictures that lead the reader of machine lines down every path it has. */
final class LinesRehearsal {

  private static final String[] LINES = {
    "IDVNM1900000174079190000017<<4",
    "9001158F3001156VNM<<<<<<<<<<<4",
    "NGUYEN<<THI<MAU<<<<<<<<<<<<<<<"
  };

  private static final String SECOND = "9001158F3001156VNM4";

  private LinesRehearsal() {}

  /**
   * Every step once by itself: reading whole cards would keep the first picture waiting for
   * seconds.
   */
  static void run(Print print) {
    try (var sheets = new Sheets()) {
      var card = sheets.kept(card());
      var grey = sheets.converted(card, Imgproc.COLOR_BGR2GRAY);
      var lines = MachineLineBand.lines(grey, sheets);
      if (lines.isEmpty()) {
        throw new IllegalStateException("the rehearsal's own lines are not found");
      }
      print.tesseract().read(lines.getLast());
      new LineReader(print, sheets, WorkTime.nanos()).read(lines);
      fillers(lines, print, sheets);
    }
    var numbers = SeenLines.numbers(LINES[0], SECOND).orElseThrow();
    SeenLines.lines(numbers, "NGUYEN<<THI<MAU");
    SeenLines.lines(numbers, "<");
    SeenLines.numbers(LINES[0], SECOND.replace('4', '5'));
    SeenLines.numbers(LINES[1], LINES[2]);
    SeenLines.mayBeFirst(LINES[0]);
  }

  private static void fillers(List<Mat> lines, Print print, Sheets sheets) {
    var fillers = Fillers.of(lines.get(1), sheets).orElseThrow();
    NameLine.otherwise(fillers.without(lines.get(1), sheets), sheets);
    fillers.in(lines.get(0), sheets);
    NameLine.read(lines.get(2), fillers, print, sheets);
    var places = new Places(new Double[] {null, 100.0}, 40);
    places.lettersOnly(lines.get(2), sheets);
    places.confirm("N", lines.get(2), print.letters(), sheets);
    places.line("N");
  }

  /** What is refused early, and nothing that takes time. */
  static List<byte[]> pictures() {
    var pictures = new ArrayList<byte[]>();
    pictures.add(encoded(new Mat(60, 80, CvType.CV_8UC3, new Scalar(128, 128, 128))));
    pictures.add(encoded(small()));
    pictures.add(new byte[100]);
    pictures.add(new byte[0]);
    return pictures;
  }

  private static Mat small() {
    var noise = new Mat(300, 400, CvType.CV_8UC3);
    Core.randu(noise, 0, 255);
    return noise;
  }

  /** In a typeface that comes with OpenCV. */
  private static Mat card() {
    var card = new Mat(800, 1300, CvType.CV_8UC3, new Scalar(60, 80, 100));
    Imgproc.rectangle(card, new Point(30, 30), new Point(1270, 770), new Scalar(235, 240, 235), -1);
    for (int line = 0; line < LINES.length; line++) {
      for (int i = 0; i < LINES[line].length(); i++) {
        Imgproc.putText(
            card,
            LINES[line].substring(i, i + 1),
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
