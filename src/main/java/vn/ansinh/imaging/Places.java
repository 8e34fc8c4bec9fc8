package vn.ansinh.imaging;

import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/** The thirty places of the line with the name: at which there are fillers, and where those are. */
final class Places {

  private final @Nullable Double[] fillers;
  private final double pitch;

  /**
   * @param fillers the middle of each in pixels from the left edge; null where there is a letter
   */
  Places(@Nullable Double[] fillers, double pitch) {
    this.fillers = fillers;
    this.pitch = pitch;
  }

  int letters() {
    int letters = 0;
    for (var filler : fillers) {
      letters += filler == null ? 1 : 0;
    }
    return letters;
  }

  /** The line as far as its last letter, fillers painted over. */
  Mat lettersOnly(Mat line, Sheets sheets) {
    var painted = sheets.kept(line.clone());
    double end = line.width();
    boolean ended = false;
    for (int place = fillers.length - 1; place >= 0; place--) {
      var middle = fillers[place];
      if (middle != null) {
        Fillers.paint(painted, middle - pitch / 2, ended ? middle + pitch / 2 : line.width());
        end = ended ? end : middle - pitch / 2;
      } else {
        ended = true;
      }
    }
    int width = (int) Math.clamp(end + pitch, pitch, line.width());
    return sheets.kept(painted.submat(new Rect(0, 0, width, line.height())).clone());
  }

  /** Whether each letter looks like what was read, as many as there are. */
  boolean confirm(String read, Mat line, Letters letters, Sheets sheets) {
    int next = 0;
    for (int place = 0; place < fillers.length; place++) {
      if (fillers[place] == null
          && !letters.confirm(read.charAt(next++), line, middle(place), pitch, sheets)) {
        return false;
      }
    }
    return true;
  }

  /** Between the fillers to both sides, or as far from the one as places are apart. */
  private double middle(int place) {
    int below = place;
    while (below >= 0 && fillers[below] == null) {
      below--;
    }
    int above = place;
    while (above < fillers.length && fillers[above] == null) {
      above++;
    }
    var left = below < 0 ? null : fillers[below];
    var right = above == fillers.length ? null : fillers[above];
    if (left != null && right != null) {
      return left + (right - left) * (place - below) / (above - below);
    }
    if (right != null) {
      return right - (above - place) * pitch;
    }
    return left == null ? 0 : left + (place - below) * pitch;
  }

  /** With these letters, as many as there are, and the fillers between them. */
  String line(String letters) {
    var line = new StringBuilder();
    int next = 0;
    for (var filler : fillers) {
      line.append(filler == null ? letters.charAt(next++) : '<');
    }
    return line.toString();
  }
}
