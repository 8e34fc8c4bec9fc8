package vn.ansinh.imaging;

import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import vn.ansinh.reading.SeenLines;
import vn.ansinh.reading.SeenLines.Numbers;

/** Reads three lines found in a picture, upright or on their heads, until time is over. */
final class LineReader {

  private final Print print;
  private final Tesseract tesseract;
  private final Sheets sheets;
  private final long end;

  LineReader(Print print, Sheets sheets, long end) {
    this.print = print;
    this.tesseract = print.tesseract();
    this.sheets = sheets;
    this.end = end;
  }

  /** Three lines of 30 characters; empty unless all of it is certain. */
  Optional<String> read(List<Mat> lines) {
    return upright(lines).or(() -> upright(turned(lines)));
  }

  private Optional<String> upright(List<Mat> lines) {
    if (isOver()) {
      return Optional.empty();
    }
    var first = tesseract.read(lines.get(0));
    if (!SeenLines.mayBeFirst(first)) {
      return Optional.empty();
    }
    var fillers = Fillers.of(lines.get(1), sheets).orElse(null);
    if (fillers == null) {
      return Optional.empty();
    }
    return numbers(first, lines, fillers)
        .filter(_ -> !isOver())
        .flatMap(
            numbers ->
                NameLine.read(lines.get(2), fillers, print, sheets)
                    .flatMap(name -> SeenLines.lines(numbers, name)));
  }

  /** Once more from pictures of other sharpness where a check digit is wrong. */
  private Optional<Numbers> numbers(String first, List<Mat> lines, Fillers fillers) {
    var below = fillers.without(lines.get(1), sheets);
    var second = tesseract.read(below);
    var numbers = SeenLines.numbers(first, second);
    if (numbers.isPresent() || isOver()) {
      return numbers;
    }
    var firstAgain = tesseract.read(NameLine.otherwise(lines.get(0), sheets));
    var secondAgain = tesseract.read(NameLine.otherwise(below, sheets));
    return SeenLines.numbers(firstAgain, secondAgain)
        .or(() -> SeenLines.numbers(first, secondAgain))
        .or(() -> SeenLines.numbers(firstAgain, second));
  }

  private boolean isOver() {
    return WorkTime.nanos() >= end;
  }

  private List<Mat> turned(List<Mat> lines) {
    return lines.reversed().stream()
        .map(
            it -> {
              var turned = sheets.blank();
              Core.rotate(it, turned, Core.ROTATE_180);
              return turned;
            })
        .toList();
  }
}
