package vn.ansinh.imaging;

/**
 * A picture as received, already cut down to what a decoder needs and measured by its header.
 *
 * @param orientation of the camera, 1–8 as in Exif
 * @param longSide the longest side the drawn picture may have, in pixels
 */
public record Original(Format format, int orientation, int longSide, byte[] bytes) {

  /** What decoders there are for. */
  public enum Format {
    JPEG,
    PNG
  }
}
