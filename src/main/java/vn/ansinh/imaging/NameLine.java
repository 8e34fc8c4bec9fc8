package vn.ansinh.imaging;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import vn.ansinh.reading.SeenLines;

/**
 * Reads the line with the name, which no check digit covers: fillers are told by {@link Fillers}
 * and painted over, the letters left are read from different pictures of them. Two must say the
 * same, as many letters as there are places, and each letter has to look like it.
 */
final class NameLine {

  private NameLine() {}

  static Optional<String> read(Mat name, Fillers fillers, Print print, Sheets sheets) {
    return fillers.in(name, sheets).flatMap(it -> read(name, it, print, sheets));
  }

  private static Optional<String> read(Mat name, Places places, Print print, Sheets sheets) {
    var letters = places.lettersOnly(name, sheets);
    var read = new ArrayList<String>();
    for (var picture : pictures(letters, sheets)) {
      var word = bare(print.tesseract().read(picture));
      if (word.length() == places.letters()) {
        if (read.contains(word)) {
          return places.confirm(word, name, print.letters(), sheets)
              ? Optional.of(places.line(word))
              : Optional.empty();
        }
        read.add(word);
      }
    }
    return Optional.empty();
  }

  /** Made when needed: two that agree are enough. */
  private static Iterable<Mat> pictures(Mat letters, Sheets sheets) {
    return () ->
        Stream.<Supplier<Mat>>of(
                () -> letters,
                () -> otherwise(letters, sheets),
                () -> smaller(letters, 0.7, sheets))
            .map(Supplier::get)
            .iterator();
  }

  private static Mat smaller(Mat letters, double scale, Sheets sheets) {
    var smaller = sheets.blank();
    Imgproc.resize(letters, smaller, new Size(), scale, scale, Imgproc.INTER_AREA);
    return smaller;
  }

  /** Smaller, in black and white: another picture of the same print. */
  static Mat otherwise(Mat letters, Sheets sheets) {
    var sharp = sheets.blank();
    Imgproc.threshold(smaller(letters, 0.8, sheets), sharp, 0, 255, Imgproc.THRESH_OTSU);
    return sharp;
  }

  private static String bare(String read) {
    return SeenLines.letters(read.replaceAll("[^A-Z0-9]", ""));
  }
}
