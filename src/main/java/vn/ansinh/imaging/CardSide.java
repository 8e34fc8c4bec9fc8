package vn.ansinh.imaging;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import vn.ansinh.imaging.Measures.Side;

/**
 * Which side of a card is seen. The front has a face, the back the three machine lines; a
 * passport's page has both and an old card's back neither, and about those nothing is said.
 */
final class CardSide {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 404;

  /** Of the width: machine lines run from edge to edge, nothing else printed on a card does. */
  private static final double RUNS_THROUGH = 0.8;

  /** Rows of pixels that two of three lines take at least. */
  private static final int LEAST_ROWS = 22;

  private CardSide() {}

  static Side of(Mat picture, PaperOutline paper, Sheets sheets) {
    var card = FlatCard.of(picture, paper, WIDTH, HEIGHT, sheets);
    boolean face = Faces.count(card, Faces.OF_A_CARD, sheets) > 0;
    boolean lines = machineLines(sheets.converted(card, Imgproc.COLOR_BGR2GRAY), sheets);
    if (face == lines) {
      return Side.UNCERTAIN;
    }
    return face ? Side.FRONT : Side.BACK;
  }

  /** Dark letters in rows that run through, at the lower edge or, on its head, the upper. */
  private static boolean machineLines(Mat grey, Sheets sheets) {
    var letters = sheets.shaped(grey, Imgproc.MORPH_BLACKHAT, 15, 9);
    var slope = sheets.blank();
    Imgproc.Sobel(letters, slope, CvType.CV_32F, 1, 0, 3);
    var strength = sheets.blank();
    Core.convertScaleAbs(slope, strength, 0.5);
    var mask = sheets.blank();
    Imgproc.threshold(strength, mask, 0, 255, Imgproc.THRESH_OTSU);
    var joined = Sheets.bytes(sheets.shaped(mask, Imgproc.MORPH_CLOSE, 25, 5));
    return rows(joined, HEIGHT * 55 / 100, HEIGHT) >= LEAST_ROWS
        || rows(joined, 0, HEIGHT * 45 / 100) >= LEAST_ROWS;
  }

  private static int rows(byte[] mask, int from, int to) {
    int rows = 0;
    for (int y = from; y < to; y++) {
      int set = 0;
      for (int x = 0; x < WIDTH; x++) {
        set += mask[y * WIDTH + x] == 0 ? 0 : 1;
      }
      rows += set >= RUNS_THROUGH * WIDTH ? 1 : 0;
    }
    return rows;
  }
}
