package vn.ansinh.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.ansinh.files.Inspection.Drawable;
import vn.ansinh.files.Inspection.Undrawable;
import vn.ansinh.files.Upload.Reason;
import vn.ansinh.imaging.Original.Format;

/**
 * Walks the segments of one JPEG up to its end marker and keeps only those a decoder needs: no
 * application data but the two colour hints, no comments, nothing behind the end. A second frame
 * header, a lossless or arithmetic frame, or hundreds of scans (a known way to burn hours of
 * processor time with few bytes) make it broken.
 */
final class JpegSegments {

  private static final int MOST_SCANS = 64;
  private static final byte[] JFIF = {
    (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
  };
  private static final int ADOBE_LENGTH = 14;

  private final byte[] bytes;
  private final ByteArrayOutputStream bare;
  private int at = 2;
  private int width;
  private int height;
  private int scans;
  private boolean exifSeen;
  private int orientation = ExifOrientation.UPRIGHT;

  JpegSegments(byte[] bytes) {
    this.bytes = bytes;
    this.bare = new ByteArrayOutputStream(bytes.length);
  }

  static boolean startsLike(byte[] bytes) {
    return bytes.length >= 3
        && u8(bytes, 0) == 0xFF
        && u8(bytes, 1) == 0xD8
        && u8(bytes, 2) == 0xFF;
  }

  Inspection read() {
    bare.write(bytes, 0, 2);
    while (at + 1 < bytes.length) {
      if (u8(bytes, at) != 0xFF) {
        return broken();
      }
      int marker = u8(bytes, at + 1);
      if (marker == 0xFF) {
        at++;
      } else if (marker == 0xD9) {
        return end();
      } else if (!take(marker)) {
        return broken();
      }
    }
    return broken();
  }

  private Inspection end() {
    bare.write(bytes, at, 2);
    return width == 0 || scans == 0
        ? broken()
        : new Drawable(Format.JPEG, width, height, orientation, bare.toByteArray());
  }

  private boolean take(int marker) {
    if (at + 4 > bytes.length) {
      return false;
    }
    int length = u16(bytes, at + 2);
    int next = at + 2 + length;
    if (length < 2 || next > bytes.length) {
      return false;
    }
    boolean good =
        switch (marker) {
          case 0xC0, 0xC1, 0xC2 -> frame(length);
          case 0xC4, 0xDB, 0xDD -> keep(length);
          case 0xDA -> ++scans <= MOST_SCANS && width > 0 && keep(length);
          case 0xE0 -> jfif(length);
          case 0xE1 -> exif(length);
          case 0xEE -> adobe(length);
          default -> marker >= 0xE2 && marker <= 0xEF || marker == 0xFE;
        };
    at = next;
    if (good && marker == 0xDA) {
      entropy();
    }
    return good;
  }

  private boolean frame(int length) {
    if (length < 8 || width != 0 || u8(bytes, at + 4) != 8) {
      return false;
    }
    height = u16(bytes, at + 5);
    width = u16(bytes, at + 7);
    int components = u8(bytes, at + 9);
    boolean known = components == 1 || components == 3 || components == 4;
    return width > 0 && height > 0 && known && keep(length);
  }

  private boolean keep(int length) {
    bare.write(bytes, at, length + 2);
    return true;
  }

  private boolean jfif(int length) {
    if (length >= 7 && text(at + 4, 4).equals("JFIF")) {
      bare.writeBytes(JFIF);
    }
    return true;
  }

  private boolean adobe(int length) {
    if (length >= ADOBE_LENGTH && text(at + 4, 5).equals("Adobe")) {
      bare.write(0xFF);
      bare.write(0xEE);
      bare.write(0);
      bare.write(ADOBE_LENGTH);
      bare.write(bytes, at + 4, ADOBE_LENGTH - 2);
    }
    return true;
  }

  private boolean exif(int length) {
    if (!exifSeen && length >= 8 && text(at + 4, 4).equals("Exif")) {
      exifSeen = true;
      orientation = ExifOrientation.in(Arrays.copyOfRange(bytes, at + 10, at + 2 + length));
    }
    return true;
  }

  /** Copies the compressed data up to the next marker that is not part of it. */
  private void entropy() {
    int from = at;
    while (at + 1 < bytes.length) {
      if (u8(bytes, at) == 0xFF) {
        int next = u8(bytes, at + 1);
        if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
          break;
        }
      }
      at++;
    }
    bare.write(bytes, from, at - from);
  }

  private String text(int from, int length) {
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }

  private static Inspection broken() {
    return new Undrawable(Reason.BROKEN);
  }

  private static int u8(byte[] bytes, int index) {
    return bytes[index] & 0xFF;
  }

  private static int u16(byte[] bytes, int index) {
    return u8(bytes, index) << 8 | u8(bytes, index + 1);
  }
}
