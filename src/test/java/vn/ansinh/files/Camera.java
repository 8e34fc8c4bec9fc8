package vn.ansinh.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What a hand-held camera does to what it sees: perspective, light, glare, blur, noise. */
final class Camera {

  private static final int[] TABLES = {0x6B523E, 0x3A3F46, 0x35506E, 0x8C7457, 0x44604A, 0x9A6A45};

  private final Random random;
  private final int width;
  private final int height;
  private float[][] light;

  Camera(int width, int height, Random random) {
    this.width = width;
    this.height = height;
    this.random = random;
    this.light = new float[3][width * height];
  }

  /** A table with grain, lit from one side. */
  Camera table() {
    int table = TABLES[random.nextInt(TABLES.length)];
    double period = 15 + random.nextInt(40);
    double fall = 0.25 * (random.nextDouble() - 0.5);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double grain = 1 + 0.05 * Math.sin(y / period + 2 * Math.sin(x / (6 * period)));
        double shade = grain * (1 + fall * (2.0 * x / width - 1));
        set(x, y, table, shade);
      }
    }
    return this;
  }

  /** Fills the picture. */
  Camera straight(BufferedImage subject) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = subject.getRGB(x * subject.getWidth() / width, y * subject.getHeight() / height);
        set(x, y, rgb, 1);
      }
    }
    return this;
  }

  /**
   * A card on the table, seen at an angle.
   *
   * @param share of the picture's width that it takes
   * @param centreX of the card, 0 to 1 over the picture
   */
  Camera paper(BufferedImage card, double share, double centreX, double centreY, double turn) {
    double wide = share * width;
    double high = wide * card.getHeight() / card.getWidth();
    var corners = new double[4][2];
    for (int i = 0; i < 4; i++) {
      double x = (i == 0 || i == 3 ? -0.5 : 0.5) * wide * (1 + 0.07 * (random.nextDouble() - 0.5));
      double y = (i < 2 ? -0.5 : 0.5) * high * (1 + 0.07 * (random.nextDouble() - 0.5));
      double angle = Math.toRadians(turn);
      corners[i][0] = centreX * width + x * Math.cos(angle) - y * Math.sin(angle);
      corners[i][1] = centreY * height + x * Math.sin(angle) + y * Math.cos(angle);
    }
    var map = inverse(toQuadrangle(corners));
    var pixels = card.getRGB(0, 0, card.getWidth(), card.getHeight(), null, 0, card.getWidth());
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double w = map[6] * x + map[7] * y + map[8];
        double u = (map[0] * x + map[1] * y + map[2]) / w;
        double v = (map[3] * x + map[4] * y + map[5]) / w;
        if (u >= 0 && v >= 0 && u < 1 && v < 1) {
          sample(
              y * width + x,
              pixels,
              card.getWidth(),
              u * (card.getWidth() - 1),
              v * (card.getHeight() - 1));
        }
      }
    }
    return this;
  }

  Camera lit(double gain) {
    for (var colour : light) {
      for (int i = 0; i < colour.length; i++) {
        colour[i] *= (float) gain;
      }
    }
    return this;
  }

  /** A lamp's mirror image. */
  Camera glare(double centreX, double centreY, double radius) {
    double r = radius * width;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double far = Math.hypot(x - centreX * width, (y - centreY * height) * 1.3) / r;
        float more = (float) (420 * Math.exp(-far * far));
        for (var colour : light) {
          colour[y * width + x] += more;
        }
      }
    }
    return this;
  }

  /** About a Gaussian of that width in pixels. */
  Camera blurred(double sigma) {
    int reach = Math.max(1, (int) Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2));
    for (int i = 0; i < 3; i++) {
      smear(reach, 1, 0);
      smear(reach, 0, 1);
    }
    return this;
  }

  /** The hand moved. */
  Camera moved(int pixels, boolean upwards) {
    smear(pixels / 2, upwards ? 0 : 1, upwards ? 1 : 0);
    return this;
  }

  byte[] shot(double noise, double quality) {
    var grain = new float[1 << 16];
    for (int i = 0; i < grain.length; i++) {
      grain[i] = (float) (noise * random.nextGaussian());
    }
    var pixels = new int[width * height];
    int dice = random.nextInt();
    for (int i = 0; i < pixels.length; i++) {
      int rgb = 0;
      dice = dice * 1664525 + 1013904223;
      float common = 0.7f * grain[dice >>> 16];
      for (var colour : light) {
        dice = dice * 1664525 + 1013904223;
        float value = Math.min(255, colour[i]) + common + 0.5f * grain[dice >>> 16];
        rgb = rgb << 8 | Math.clamp((int) (value + 0.5f), 0, 255);
      }
      pixels[i] = rgb;
    }
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    return jpeg(picture, quality);
  }

  static byte[] jpeg(BufferedImage picture, double quality) {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality((float) quality);
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private void set(int x, int y, int rgb, double shade) {
    for (int c = 0; c < 3; c++) {
      light[c][y * width + x] = (float) ((rgb >> 16 - 8 * c & 0xFF) * shade);
    }
  }

  /** Inside the card, so that there is always a pixel to the right and below. */
  private void sample(int at, int[] card, int cardWidth, double u, double v) {
    int left = Math.min((int) u, cardWidth - 2);
    int top = Math.min((int) v, card.length / cardWidth - 2);
    int first = top * cardWidth + left;
    int second = first + cardWidth;
    for (int c = 0; c < 3; c++) {
      int shift = 16 - 8 * c;
      double above = mixed(card[first] >> shift, card[first + 1] >> shift, u - left);
      double below = mixed(card[second] >> shift, card[second + 1] >> shift, u - left);
      light[c][at] = (float) (above + (below - above) * (v - top));
    }
  }

  private static double mixed(int one, int other, double share) {
    return (one & 0xFF) * (1 - share) + (other & 0xFF) * share;
  }

  private void smear(int reach, int stepX, int stepY) {
    int step = stepX + stepY * width;
    int length = stepX == 1 ? width : height;
    for (int c = 0; c < 3; c++) {
      var from = light[c];
      var to = new float[from.length];
      for (int line = 0; line < (stepX == 1 ? height : width); line++) {
        int start = stepX == 1 ? line * width : line;
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
          sum += from[start + Math.clamp(i, 0, length - 1) * step];
        }
        for (int i = 0; i < length; i++) {
          to[start + i * step] = sum / (2 * reach + 1);
          sum += from[start + Math.min(i + reach + 1, length - 1) * step];
          sum -= from[start + Math.max(i - reach, 0) * step];
        }
      }
      light[c] = to;
    }
  }

  /** From the unit square to four corners. */
  private static double[] toQuadrangle(double[][] p) {
    double dx1 = p[1][0] - p[2][0];
    double dx2 = p[3][0] - p[2][0];
    double dx3 = p[0][0] - p[1][0] + p[2][0] - p[3][0];
    double dy1 = p[1][1] - p[2][1];
    double dy2 = p[3][1] - p[2][1];
    double dy3 = p[0][1] - p[1][1] + p[2][1] - p[3][1];
    double whole = dx1 * dy2 - dx2 * dy1;
    double g = (dx3 * dy2 - dx2 * dy3) / whole;
    double h = (dx1 * dy3 - dx3 * dy1) / whole;
    return new double[] {
      p[1][0] - p[0][0] + g * p[1][0],
      p[3][0] - p[0][0] + h * p[3][0],
      p[0][0],
      p[1][1] - p[0][1] + g * p[1][1],
      p[3][1] - p[0][1] + h * p[3][1],
      p[0][1],
      g,
      h,
      1
    };
  }

  /** Up to a factor, which does not matter here. */
  private static double[] inverse(double[] m) {
    return new double[] {
      m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
      m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
      m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
    };
  }
}
