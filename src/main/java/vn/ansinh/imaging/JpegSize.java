package vn.ansinh.imaging;

/** Reads the longer side out of a JPEG's frame header; 0 when there is none. */
final class JpegSize {

  private JpegSize() {}

  static int longSide(byte[] jpeg) {
    int at = 2;
    while (at + 9 < jpeg.length && u8(jpeg, at) == 0xFF) {
      int marker = u8(jpeg, at + 1);
      if (marker == 0xFF) {
        at++;
      } else if (marker >= 0xC0 && marker <= 0xC2) {
        return Math.max(u16(jpeg, at + 5), u16(jpeg, at + 7));
      } else {
        at += 2 + Math.max(2, u16(jpeg, at + 2));
      }
    }
    return 0;
  }

  private static int u8(byte[] bytes, int index) {
    return bytes[index] & 0xFF;
  }

  private static int u16(byte[] bytes, int index) {
    return u8(bytes, index) << 8 | u8(bytes, index + 1);
  }
}
