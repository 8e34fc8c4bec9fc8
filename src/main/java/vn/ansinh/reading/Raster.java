package vn.ansinh.reading;

/**
 * A decoded picture in shades of grey, row by row from the top.
 *
 * @param luminance one byte a pixel, unsigned, 0 is black; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Raster(int width, int height, byte[] luminance) {

  /**
   * @throws IllegalArgumentException when there are not as many bytes as pixels
   */
  public Raster {
    if (width < 1 || height < 1 || (long) width * height != luminance.length) {
      throw new IllegalArgumentException(width + " × " + height + " pixels do not fit the bytes");
    }
  }

  int at(int x, int y) {
    return luminance[y * width + x] & 0xFF;
  }

  /** Each pixel the mean of a square, so that noise goes with the size. */
  Raster reduced(int factor) {
    int w = width / factor;
    int h = height / factor;
    if (factor <= 1 || w < 1 || h < 1) {
      return this;
    }
    var smaller = new byte[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        smaller[y * w + x] = (byte) mean(x * factor, y * factor, factor);
      }
    }
    return new Raster(w, h, smaller);
  }

  private int mean(int left, int top, int side) {
    int sum = 0;
    for (int y = top; y < top + side; y++) {
      for (int x = left; x < left + side; x++) {
        sum += at(x, y);
      }
    }
    return sum / (side * side);
  }

  /** What lies inside; cut at the edges. */
  Raster part(int left, int top, int wide, int high) {
    int w = Math.min(wide, width - left);
    int h = Math.min(high, height - top);
    var part = new byte[w * h];
    for (int y = 0; y < h; y++) {
      System.arraycopy(luminance, (top + y) * width + left, part, y * w, w);
    }
    return new Raster(w, h, part);
  }

  /** The darkest twentieth becomes black and the lightest white. */
  Raster stretched() {
    var counts = new int[256];
    for (var pixel : luminance) {
      counts[pixel & 0xFF]++;
    }
    int dark = quantile(counts, luminance.length / 20);
    int light = quantile(counts, luminance.length - luminance.length / 20);
    if (light - dark < 8 || light - dark > 220) {
      return this;
    }
    var stretched = new byte[luminance.length];
    for (int i = 0; i < stretched.length; i++) {
      int value = ((luminance[i] & 0xFF) - dark) * 255 / (light - dark);
      stretched[i] = (byte) Math.clamp(value, 0, 255);
    }
    return new Raster(width, height, stretched);
  }

  private static int quantile(int[] counts, int wanted) {
    int seen = 0;
    for (int value = 0; value < 256; value++) {
      seen += counts[value];
      if (seen >= wanted) {
        return value;
      }
    }
    return 255;
  }

  Raster negative() {
    var negative = new byte[luminance.length];
    for (int i = 0; i < negative.length; i++) {
      negative[i] = (byte) ~luminance[i];
    }
    return new Raster(width, height, negative);
  }

  /** Turned about the middle; what comes from outside is white. */
  Raster turned(double degrees) {
    double angle = Math.toRadians(degrees);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    int w = (int) Math.ceil(Math.abs(width * cos) + Math.abs(height * sin));
    int h = (int) Math.ceil(Math.abs(width * sin) + Math.abs(height * cos));
    var turned = new byte[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        double dx = x - w / 2.0;
        double dy = y - h / 2.0;
        int fromX = (int) Math.round(dx * cos + dy * sin + width / 2.0);
        int fromY = (int) Math.round(dy * cos - dx * sin + height / 2.0);
        boolean inside = fromX >= 0 && fromX < width && fromY >= 0 && fromY < height;
        turned[y * w + x] = inside ? luminance[fromY * width + fromX] : (byte) 255;
      }
    }
    return new Raster(w, h, turned);
  }
}
