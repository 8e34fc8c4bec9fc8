package vn.ansinh.files;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures made by the tests: good ones and hostile ones. */
public final class Pictures {

  private static final byte[] ZEROS = zeros(64 * 1024 * 1024);

  private Pictures() {}

  /** A JPEG with some structure, so that it does not compress to nothing. */
  public static byte[] jpeg(int width, int height) {
    return written(drawn(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
  }

  public static byte[] png(int width, int height) {
    return written(drawn(width, height, BufferedImage.TYPE_INT_ARGB), "png");
  }

  /** Red in its top left quarter, white elsewhere. */
  static BufferedImage redCorner(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height / 2);
    pen.dispose();
    return image;
  }

  static BufferedImage drawn(int width, int height, int type) {
    var image = new BufferedImage(width, height, type);
    var pen = image.createGraphics();
    var random = new Random(width * 31L + height);
    for (int i = 0; i < 60; i++) {
      pen.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
      pen.fillOval(random.nextInt(width), random.nextInt(height), width / 8 + 1, height / 8 + 1);
    }
    pen.dispose();
    return image;
  }

  static byte[] written(BufferedImage image, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Four inks, inverted, as the Adobe marker says. */
  static byte[] cmykRed(int width, int height) {
    var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        raster.setPixel(x, y, new int[] {255, 0, 0, 255});
      }
    }
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(new IIOImage(raster, null, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var adobe = "Adobe\0d\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    return withSegment(bytes.toByteArray(), 0xEE, adobe);
  }

  /** Inserts a segment right behind the start marker of a JPEG. */
  static byte[] withSegment(byte[] jpeg, int marker, byte[] payload) {
    var out = ByteBuffer.allocate(jpeg.length + payload.length + 4);
    out.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker).putShort((short) (payload.length + 2));
    out.put(payload).put(jpeg, 2, jpeg.length - 2);
    return out.array();
  }

  /** An Exif segment with an orientation, a place and a device. */
  static byte[] exif(int orientation) {
    var tiff = ByteBuffer.allocate(128);
    tiff.put("Exif\0\0MM".getBytes(StandardCharsets.ISO_8859_1)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 3);
    entry(tiff, 0x010F, 2, 12, 62);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0);
    entry(tiff, 0x8825, 4, 1, 74);
    tiff.putInt(0);
    tiff.position(6 + 62).put("SECRETPHONE\0".getBytes(StandardCharsets.ISO_8859_1));
    tiff.putShort((short) 1);
    entry(tiff, 1, 2, 2, 0x4E000000);
    return tiff.array();
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  static byte[] chunk(String type, byte[] content) {
    var sum = new CRC32();
    var name = type.getBytes(StandardCharsets.ISO_8859_1);
    sum.update(name);
    sum.update(content);
    return ByteBuffer.allocate(content.length + 12)
        .putInt(content.length)
        .put(name)
        .put(content)
        .putInt((int) sum.getValue())
        .array();
  }

  /** Behind the header of a PNG. */
  static byte[] withChunk(byte[] png, String type, byte[] content) {
    return join(
        Arrays.copyOf(png, 33), chunk(type, content), Arrays.copyOfRange(png, 33, png.length));
  }

  /** A PNG that says it has the given size and holds only zeros. */
  static byte[] zeroPng(int width, int height, int depth, int colour) {
    var header =
        ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) depth).put((byte) colour);
    return join(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
        chunk("IHDR", header.array()),
        chunk("IDAT", ZEROS),
        chunk("IEND", new byte[0]));
  }

  /** That many zero bytes, deflated: about a thousandth of them. */
  static byte[] zeros(int count) {
    var deflater = new Deflater(9);
    deflater.setInput(new byte[count]);
    deflater.finish();
    var out = new ByteArrayOutputStream();
    var buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
