package vn.ansinh.files;

import vn.ansinh.files.Upload.Reason;
import vn.ansinh.imaging.Original.Format;

/** What the bytes of an upload say they are, judged without decoding a pixel. */
sealed interface Inspection {

  /**
   * @param orientation of the camera, 1–8 as in Exif
   * @param bare the same picture with nothing but what a decoder needs
   */
  record Drawable(Format format, int width, int height, int orientation, byte[] bare)
      implements Inspection {

    int longSide() {
      return Math.max(width, height);
    }

    /** The same pixels, to be drawn some quarter turns further clockwise; for upright pictures. */
    Drawable turned(int quarterTurns) {
      int turned = new int[] {1, 6, 3, 8}[Math.floorMod(quarterTurns, 4)];
      return new Drawable(format, width, height, turned, bare);
    }

    double scale() {
      return Math.min(1.0, (double) FilesSettings.LONG_SIDE / longSide());
    }
  }

  record Undrawable(Reason reason) implements Inspection {}

  static Inspection of(byte[] bytes) {
    if (bytes.length == 0) {
      return new Undrawable(Reason.EMPTY);
    }
    if (bytes.length > FilesSettings.MOST_BYTES) {
      return new Undrawable(Reason.TOO_LARGE);
    }
    if (JpegSegments.startsLike(bytes)) {
      return measured(new JpegSegments(bytes).read());
    }
    if (PngChunks.startsLike(bytes)) {
      return measured(new PngChunks(bytes).read());
    }
    return new Undrawable(HeicBrands.startsLike(bytes) ? Reason.HEIC : Reason.NOT_AN_IMAGE);
  }

  private static Inspection measured(Inspection inspection) {
    if (!(inspection instanceof Drawable picture)) {
      return inspection;
    }
    if ((long) picture.width() * picture.height() > FilesSettings.MOST_PIXELS) {
      return new Undrawable(Reason.TOO_MANY_PIXELS);
    }
    var shortSide = Math.min(picture.width(), picture.height()) * picture.scale();
    return shortSide < FilesSettings.LEAST_SIDE ? new Undrawable(Reason.TOO_SMALL) : picture;
  }
}
