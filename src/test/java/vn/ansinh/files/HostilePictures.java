package vn.ansinh.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import vn.ansinh.files.Upload.Reason;

/** What attackers send instead of photos: bombs, other formats, broken ones, hidden passengers. */
public final class HostilePictures {

  static final byte[] GOOD = Pictures.jpeg(800, 600);
  static final byte[] GOOD_PNG = Pictures.png(800, 600);

  private HostilePictures() {}

  /** All of them. */
  public static Stream<byte[]> all() {
    return Stream.concat(refused().values().stream().map(Case::bytes), cleaned().values().stream());
  }

  /**
   * @param reason why it must be refused
   */
  record Case(byte[] bytes, Reason reason) {}

  /** What must be refused, by what it is. */
  static Map<String, Case> refused() {
    var cases = new LinkedHashMap<String, Case>();
    cases.put("nothing at all", new Case(new byte[0], Reason.EMPTY));
    cases.put("zero bytes", new Case(new byte[5000], Reason.NOT_AN_IMAGE));
    cases.put("more than 5 MB", new Case(new byte[5 * 1024 * 1024 + 1], Reason.TOO_LARGE));
    cases.put("text", new Case("Đây không phải là ảnh".getBytes(), Reason.NOT_AN_IMAGE));
    cases.put("a PDF", new Case(ascii("%PDF-1.7\n1 0 obj\n"), Reason.NOT_AN_IMAGE));
    cases.put("an SVG", new Case(ascii("<svg onload='alert(1)'/>"), Reason.NOT_AN_IMAGE));
    cases.put("a GIF", new Case(ascii("GIF89a\uffff\uffff\0\0\0,"), Reason.NOT_AN_IMAGE));
    cases.put("a WebP", new Case(ascii("RIFF\0\0\0\0WEBPVP8 "), Reason.NOT_AN_IMAGE));
    cases.put("a zip", new Case(ascii("PK\3\4"), Reason.NOT_AN_IMAGE));
    cases.put("HTML", new Case(ascii("<!doctype html><script>"), Reason.NOT_AN_IMAGE));
    cases.put(
        "a test virus", new Case(ascii("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR"), Reason.NOT_AN_IMAGE));
    cases.put("an iPhone's HEIC", new Case(ftyp("heic", "mif1"), Reason.HEIC));
    cases.put("an HEIF named by its second brand", new Case(ftyp("abcd", "heix"), Reason.HEIC));
    cases.put("a film", new Case(ftyp("isom", "mp42"), Reason.NOT_AN_IMAGE));
    cases.put("a JPEG of 65k × 65k", new Case(sized(GOOD, 65_535, 65_535), Reason.TOO_MANY_PIXELS));
    cases.put("a JPEG without height", new Case(sized(GOOD, 800, 0), Reason.BROKEN));
    cases.put("a JPEG cut in half", new Case(Arrays.copyOf(GOOD, GOOD.length / 2), Reason.BROKEN));
    cases.put("a JPEG without its end", new Case(cutEnd(GOOD), Reason.BROKEN));
    cases.put("only a JPEG's first bytes", new Case(Arrays.copyOf(GOOD, 3), Reason.BROKEN));
    cases.put("a JPEG with two frame headers", new Case(twoFrames(), Reason.BROKEN));
    cases.put("a JPEG of a hundred thousand scans", new Case(manyScans(), Reason.BROKEN));
    cases.put("a lossless JPEG", new Case(frameType(GOOD, 0xC3), Reason.BROKEN));
    cases.put(
        "a PNG of 65k × 65k",
        new Case(Pictures.zeroPng(65_535, 65_535, 8, 2), Reason.TOO_MANY_PIXELS));
    cases.put(
        "a PNG of two thousand million rows",
        new Case(Pictures.zeroPng(1, Integer.MAX_VALUE, 8, 2), Reason.TOO_MANY_PIXELS));
    cases.put("a PNG of negative size", new Case(Pictures.zeroPng(-5, 300, 8, 2), Reason.BROKEN));
    cases.put(
        "a PNG of an unknown depth", new Case(Pictures.zeroPng(300, 300, 77, 99), Reason.BROKEN));
    cases.put(
        "a PNG cut in half", new Case(Arrays.copyOf(GOOD_PNG, GOOD_PNG.length / 2), Reason.BROKEN));
    cases.put("a PNG with a chunk longer than itself", new Case(longChunk(), Reason.BROKEN));
    cases.put("a PNG with a wrong check sum", new Case(wrongSum(), Reason.BROKEN));
    cases.put(
        "a moving PNG",
        new Case(Pictures.withChunk(GOOD_PNG, "acTL", new byte[8]), Reason.NOT_AN_IMAGE));
    cases.put("a thumbnail", new Case(Pictures.jpeg(199, 400), Reason.TOO_SMALL));
    cases.put("a strip", new Case(Pictures.png(8000, 210), Reason.TOO_SMALL));
    return cases;
  }

  /** Pictures that carry more than pixels, or promise more than they hold, by what that is. */
  static Map<String, byte[]> cleaned() {
    var cases = new LinkedHashMap<String, byte[]>();
    cases.put("place and device", Pictures.withSegment(GOOD, 0xE1, Pictures.exif(1)));
    cases.put(
        "XMP", Pictures.withSegment(GOOD, 0xE1, ascii("http://ns.adobe.com/xap/1.0/\0SECRET")));
    cases.put("IPTC", Pictures.withSegment(GOOD, 0xED, ascii("Photoshop 3.0\08BIM\4\4\0\0SECRET")));
    cases.put(
        "a colour profile", Pictures.withSegment(GOOD, 0xE2, ascii("ICC_PROFILE\0\1\1SECRET")));
    cases.put("a comment", Pictures.withSegment(GOOD, 0xFE, ascii("SECRET")));
    cases.put(
        "a web page in a comment",
        Pictures.withSegment(GOOD, 0xFE, ascii("<script>SECRET</script>")));
    cases.put("a program behind the end", Pictures.join(GOOD, ascii("PK\3\4SECRET")));
    cases.put("PHP behind the end", Pictures.join(GOOD, ascii("<?php SECRET ?>")));
    cases.put("a second picture behind the end", Pictures.join(GOOD, GOOD, ascii("SECRET")));
    cases.put("text in a PNG", Pictures.withChunk(GOOD_PNG, "tEXt", ascii("Comment\0SECRET")));
    cases.put(
        "a swelling profile in a PNG",
        Pictures.withChunk(
            GOOD_PNG, "iCCP", Pictures.join(ascii("x\0\0"), Pictures.zeros(100 << 20))));
    cases.put(
        "swelling text in a PNG",
        Pictures.withChunk(
            GOOD_PNG, "zTXt", Pictures.join(ascii("x\0\0"), Pictures.zeros(100 << 20))));
    cases.put("bytes behind a PNG", Pictures.join(GOOD_PNG, ascii("SECRET")));
    cases.put(
        "a grey picture",
        Pictures.written(Pictures.drawn(640, 480, BufferedImage.TYPE_BYTE_GRAY), "jpeg"));
    cases.put("24 megapixels", Pictures.png(6000, 4000));
    return cases;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static byte[] ftyp(String... brands) {
    return Pictures.join(
        new byte[] {0, 0, 0, 24},
        ascii("ftyp" + brands[0] + "\0\0\0\0" + brands[1]),
        new byte[300]);
  }

  private static int frame(byte[] jpeg) {
    int at = 2;
    while ((jpeg[at + 1] & 0xFF) < 0xC0 || (jpeg[at + 1] & 0xFF) > 0xC3) {
      at += 2 + ByteBuffer.wrap(jpeg).getShort(at + 2);
    }
    return at;
  }

  private static byte[] sized(byte[] jpeg, int width, int height) {
    var copy = jpeg.clone();
    ByteBuffer.wrap(copy)
        .putShort(frame(jpeg) + 5, (short) height)
        .putShort(frame(jpeg) + 7, (short) width);
    return copy;
  }

  private static byte[] frameType(byte[] jpeg, int marker) {
    var copy = jpeg.clone();
    copy[frame(jpeg) + 1] = (byte) marker;
    return copy;
  }

  private static byte[] cutEnd(byte[] jpeg) {
    return Arrays.copyOf(jpeg, jpeg.length - 2);
  }

  private static byte[] twoFrames() {
    int at = frame(GOOD);
    int end = at + 2 + ByteBuffer.wrap(GOOD).getShort(at + 2);
    return Pictures.join(
        Arrays.copyOf(GOOD, end),
        Arrays.copyOfRange(sized(GOOD, 60_000, 60_000), at, end),
        Arrays.copyOfRange(GOOD, end, GOOD.length));
  }

  private static byte[] manyScans() {
    var scan = new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0};
    var scans = ByteBuffer.allocate(scan.length * 100_000);
    for (int i = 0; i < 100_000; i++) {
      scans.put(scan);
    }
    return Pictures.join(cutEnd(GOOD), scans.array(), new byte[] {(byte) 0xFF, (byte) 0xD9});
  }

  private static byte[] longChunk() {
    var copy = GOOD_PNG.clone();
    ByteBuffer.wrap(copy).putInt(33, Integer.MAX_VALUE);
    return copy;
  }

  private static byte[] wrongSum() {
    var copy = GOOD_PNG.clone();
    copy[60] ^= 1;
    return copy;
  }
}
