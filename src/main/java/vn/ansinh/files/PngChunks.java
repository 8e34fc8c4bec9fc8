package vn.ansinh.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import vn.ansinh.files.Inspection.Drawable;
import vn.ansinh.files.Inspection.Undrawable;
import vn.ansinh.files.Upload.Reason;
import vn.ansinh.imaging.Original.Format;

/**
 * Walks the chunks of one PNG and keeps only the picture itself: compressed text and colour
 * profiles, which can swell a thousandfold when read, never reach a decoder.
 */
final class PngChunks {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private final byte[] bytes;
  private final ByteArrayOutputStream bare;
  private int width;
  private int height;
  private boolean pixels;
  private int orientation = ExifOrientation.UPRIGHT;

  PngChunks(byte[] bytes) {
    this.bytes = bytes;
    this.bare = new ByteArrayOutputStream(bytes.length);
  }

  static boolean startsLike(byte[] bytes) {
    return bytes.length >= SIGNATURE.length
        && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  Inspection read() {
    bare.writeBytes(SIGNATURE);
    var in = ByteBuffer.wrap(bytes).position(SIGNATURE.length);
    while (in.remaining() >= 12) {
      int start = in.position();
      int length = in.getInt();
      if (length < 0 || length > in.remaining() - 8) {
        return new Undrawable(Reason.BROKEN);
      }
      var type = new String(bytes, start + 4, 4, StandardCharsets.ISO_8859_1);
      if (type.equals("acTL")) {
        return new Undrawable(Reason.NOT_AN_IMAGE);
      }
      if (!take(type, start, length)) {
        return new Undrawable(Reason.BROKEN);
      }
      if (type.equals("IEND")) {
        return pixels
            ? new Drawable(Format.PNG, width, height, orientation, bare.toByteArray())
            : new Undrawable(Reason.BROKEN);
      }
      in.position(start + 12 + length);
    }
    return new Undrawable(Reason.BROKEN);
  }

  private boolean take(String type, int start, int length) {
    if (width == 0) {
      return type.equals("IHDR") && header(start, length) && keep(start, length);
    }
    return switch (type) {
      case "IDAT" -> {
        pixels = true;
        yield keep(start, length);
      }
      case "PLTE", "tRNS", "IEND" -> keep(start, length);
      case "IHDR" -> false;
      case "eXIf" -> {
        orientation = ExifOrientation.in(Arrays.copyOfRange(bytes, start + 8, start + 8 + length));
        yield true;
      }
      default -> true;
    };
  }

  private boolean header(int start, int length) {
    if (length != 13) {
      return false;
    }
    var header = ByteBuffer.wrap(bytes, start + 8, 13);
    width = header.getInt();
    height = header.getInt();
    return width > 0 && height > 0;
  }

  private boolean keep(int start, int length) {
    var sum = new CRC32();
    sum.update(bytes, start + 4, length + 4);
    bare.write(bytes, start, length + 12);
    return (int) sum.getValue() == ByteBuffer.wrap(bytes).getInt(start + 8 + length);
  }
}
