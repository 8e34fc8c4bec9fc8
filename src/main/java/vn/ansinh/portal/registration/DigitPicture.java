package vn.ansinh.portal.registration;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/**
 * Draws digits that a person reads and a simple program does not. The strokes are our own, so that
 * no font of the machine is needed. Thread-safe.
 */
@Component
class DigitPicture {

  private static final int WIDTH = 260;
  private static final int HEIGHT = 84;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Each digit as strokes in a box 10 wide and 16 high: M/L points and Q curves, numbers separated
   * by spaces.
   */
  private static final String[] STROKES = {
    "M 5 0 Q 10 0 10 8 Q 10 16 5 16 Q 0 16 0 8 Q 0 0 5 0",
    "M 1 4 L 6 0 L 6 16 M 2 16 L 10 16",
    "M 0 4 Q 1 0 5 0 Q 10 0 10 5 Q 10 8 0 16 L 10 16",
    "M 0 2 Q 2 0 5 0 Q 10 0 10 4 Q 10 8 4 8 M 4 8 Q 10 8 10 12 Q 10 16 5 16 Q 1 16 0 13",
    "M 7 16 L 7 0 L 0 11 L 10 11",
    "M 9 0 L 1 0 L 1 7 Q 3 6 5 6 Q 10 6 10 11 Q 10 16 5 16 Q 1 16 0 14",
    "M 9 1 Q 8 0 6 0 Q 0 0 0 10 Q 0 16 5 16 Q 10 16 10 11 Q 10 7 5 7 Q 1 7 0 11",
    "M 0 0 L 10 0 L 4 16",
    "M 5 8 Q 0 7 0 4 Q 0 0 5 0 Q 10 0 10 4 Q 10 7 5 8 Q 0 9 0 12 Q 0 16 5 16 Q 10 16 10 12 Q 10 9 5 8",
    "M 1 15 Q 2 16 4 16 Q 10 16 10 6 Q 10 0 5 0 Q 0 0 0 5 Q 0 9 5 9 Q 9 9 10 5"
  };

  /** A PNG of the given decimal digits. */
  byte[] draw(String digits) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    var pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    for (int i = 0; i < digits.length(); i++) {
      drawDigit(pen, digits.charAt(i) - '0', i);
    }
    drawLines(pen);
    pen.dispose();
    return png(image);
  }

  private static void drawDigit(Graphics2D pen, int digit, int place) {
    var at = new AffineTransform();
    at.translate(22 + place * 46 + between(-5, 5), 18 + between(-5, 5));
    at.rotate(between(-0.28, 0.28), 12, 22);
    at.shear(between(-0.2, 0.2), 0);
    at.scale(between(2.3, 2.9), between(2.7, 3.2));
    pen.setColor(new Color(30, 30, 30));
    pen.setStroke(
        new BasicStroke((float) between(3.4, 4.6), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(at.createTransformedShape(path(STROKES[digit])));
  }

  private static void drawLines(Graphics2D pen) {
    for (int i = 0; i < 4; i++) {
      pen.setColor(new Color(60, 60, 60));
      pen.setStroke(new BasicStroke((float) between(1.0, 2.0)));
      pen.draw(
          new CubicCurve2D.Double(
              0,
              between(0, HEIGHT),
              WIDTH / 3.0,
              between(0, HEIGHT),
              2 * WIDTH / 3.0,
              between(0, HEIGHT),
              WIDTH,
              between(0, HEIGHT)));
    }
  }

  private static Path2D path(String strokes) {
    var path = new Path2D.Double();
    var words = strokes.split(" ", -1);
    for (int i = 0; i < words.length; ) {
      switch (words[i]) {
        case "M" -> path.moveTo(number(words, i + 1), number(words, i + 2));
        case "L" -> path.lineTo(number(words, i + 1), number(words, i + 2));
        default ->
            path.quadTo(
                number(words, i + 1),
                number(words, i + 2),
                number(words, i + 3),
                number(words, i + 4));
      }
      i += words[i].equals("Q") ? 5 : 3;
    }
    return path;
  }

  private static double number(String[] words, int at) {
    return Double.parseDouble(words[at]);
  }

  private static double between(double low, double high) {
    return low + RANDOM.nextDouble() * (high - low);
  }

  private static byte[] png(BufferedImage image) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
