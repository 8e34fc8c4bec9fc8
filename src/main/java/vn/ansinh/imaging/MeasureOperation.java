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
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import vn.ansinh.imaging.Measures.Motif;
import vn.ansinh.imaging.Measures.Side;

/**
 * Measures a picture that has been drawn anew.
 *
 * <pre>
 * question = motif (1), the JPEG
 * result   = as {@link Measures} writes itself
 * </pre>
 */
final class MeasureOperation implements Operation {

  static final byte CODE = 3;

  /** As kept; nothing longer is asked about. */
  private static final int LONG_SIDE = 1600;

  /** Edges are measured at this size, everything coarse at half of it. */
  static final int FINE = 800;

  static final int COARSE = 400;

  private final Optional<TurboJpeg> turbo = TurboJpeg.installed();

  static byte[] question(Motif motif) {
    return new byte[] {(byte) motif.ordinal()};
  }

  @Override
  public byte code() {
    return CODE;
  }

  @Override
  public List<byte[]> rehearsal() {
    var questions = new ArrayList<byte[]>();
    for (var motif : Motif.values()) {
      for (var picture : List.of(specimen(true), specimen(false), new byte[100])) {
        var head = question(motif);
        questions.add(
            ByteBuffer.allocate(head.length + picture.length).put(head).put(picture).array());
      }
    }
    return questions;
  }

  /** A paper with a face and lines on a table, or nothing at all. */
  private static byte[] specimen(boolean drawn) {
    var picture = new Mat(600, 900, CvType.CV_8UC3, new Scalar(60, 80, 100));
    if (drawn) {
      Imgproc.rectangle(
          picture, new Point(120, 80), new Point(780, 500), new Scalar(235, 240, 235), -1);
      Imgproc.ellipse(
          picture, new Point(250, 250), new Size(60, 80), 0, 0, 360, new Scalar(150, 180, 225), -1);
      for (int x = 150; x < 750; x += 16) {
        Imgproc.line(picture, new Point(x, 420), new Point(x, 440), new Scalar(20, 20, 20), 3);
      }
    }
    var bytes = new MatOfByte();
    Imgcodecs.imencode(".jpg", picture, bytes);
    var jpeg = bytes.toArray();
    picture.release();
    bytes.release();
    return jpeg;
  }

  @Override
  public byte @Nullable [] run(ByteBuffer question) {
    var motif = Motif.values()[question.get()];
    var bytes = new byte[question.remaining()];
    question.get(bytes);
    try (var sheets = new Sheets()) {
      var picture = sheets.kept(decoded(bytes));
      return picture.empty() ? null : measured(picture, motif, sheets).written();
    }
  }

  private Mat decoded(byte[] jpeg) {
    var fast = turbo.map(it -> it.decoded(jpeg, LONG_SIDE)).orElse(null);
    if (fast != null) {
      return fast;
    }
    var raw = new MatOfByte(jpeg);
    try {
      return Imgcodecs.imdecode(raw, Imgcodecs.IMREAD_COLOR);
    } finally {
      raw.release();
    }
  }

  private static Measures measured(Mat picture, Motif motif, Sheets sheets) {
    var grey = sheets.converted(picture, Imgproc.COLOR_BGR2GRAY);
    var fine = sheets.scaled(grey, FINE);
    var coarse = sheets.scaled(picture, COARSE);
    var coarseGrey = sheets.converted(coarse, Imgproc.COLOR_BGR2GRAY);
    boolean isPaper = motif == Motif.PAPER;
    var paper = isPaper ? PaperOutline.of(coarse, sheets) : PaperOutline.NONE;
    var place = isPaper ? paper.mask(coarse, sheets) : Light.facePlace(coarse, sheets);
    var lit = isPaper ? place : Light.everywhere(coarse, sheets);
    return new Measures(
        picture.width(),
        picture.height(),
        Light.brightness(coarseGrey, lit),
        Light.glare(coarse, place, sheets),
        Edges.softness(fine, sheets),
        paper.share(),
        paper.sidesCut(),
        Light.oneShade(grey),
        isPaper ? 0 : Faces.count(coarse, Faces.OF_A_PORTRAIT, sheets),
        isPaper ? CardSide.of(picture, paper, sheets) : Side.UNCERTAIN,
        likeness(coarseGrey, sheets));
  }

  /** Whether each of 16 × 16 places is lighter than its left neighbour. */
  private static String likeness(Mat grey, Sheets sheets) {
    var tiny = sheets.blank();
    Imgproc.resize(grey, tiny, new Size(17, 16), 0, 0, Imgproc.INTER_AREA);
    var values = Sheets.bytes(tiny);
    var letters = new StringBuilder(Measures.LIKENESS_LETTERS);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 16; x += 4) {
        int four = 0;
        for (int i = x; i < x + 4; i++) {
          int left = values[y * 17 + i] & 0xFF;
          int right = values[y * 17 + i + 1] & 0xFF;
          four = four << 1 | (right > left ? 1 : 0);
        }
        letters.append(Character.forDigit(four, 16));
      }
    }
    return letters.toString();
  }

  /** The value below which that share of those marked lies. */
  static int percentile(Mat grey, Mat mask, double share) {
    var values = Sheets.bytes(grey);
    var marked = Sheets.bytes(mask);
    var counts = new int[256];
    int all = 0;
    for (int i = 0; i < values.length; i++) {
      if (marked[i] != 0) {
        counts[values[i] & 0xFF]++;
        all++;
      }
    }
    int value = 0;
    for (int below = counts[0]; below < share * all && value < 255; below += counts[value]) {
      value++;
    }
    return value;
  }

  static Mat filled(Mat like, double value, Sheets sheets) {
    return sheets.kept(new Mat(like.rows(), like.cols(), CvType.CV_8UC1, new Scalar(value)));
  }

  /** In the largest connected patch. */
  static int largestPatch(Mat mask, Sheets sheets) {
    var labels = sheets.blank();
    var stats = sheets.blank();
    var centres = sheets.blank();
    int count = Imgproc.connectedComponentsWithStats(mask, labels, stats, centres);
    int largest = 0;
    for (int i = 1; i < count; i++) {
      largest = Math.max(largest, (int) stats.get(i, Imgproc.CC_STAT_AREA)[0]);
    }
    return largest;
  }

  static int marked(Mat mask) {
    return Core.countNonZero(mask);
  }
}
