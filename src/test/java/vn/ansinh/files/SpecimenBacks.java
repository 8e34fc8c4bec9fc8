package vn.ansinh.files;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.RenderingHints;
import java.awt.font.TextAttribute;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Random;

/**
 * Backs of cards with machine lines in the typeface they are printed in, in its size: Debian's
 * package fonts-ocr-b, or the file named by {@code ANSINH_OCR_B}.
 */
final class SpecimenBacks {

  private static final String DEBIANS = "/usr/share/fonts/opentype/ocr-b/OCRB.otf";

  /** Ten letters to the inch on a card 85.6 mm wide. */
  private static final double PITCH = SpecimenDrawings.WIDTH * 2.54 / 85.6;

  private static final Font OCR_B = font();

  private SpecimenBacks() {}

  static Font font(float size) {
    return OCR_B.deriveFont(size);
  }

  private static Font font() {
    var file = System.getenv().getOrDefault("ANSINH_OCR_B", DEBIANS);
    try {
      return Font.createFont(Font.TRUETYPE_FONT, new File(file));
    } catch (FontFormatException | IOException e) {
      throw new IllegalStateException(
          "The typeface OCR-B is missing: install fonts-ocr-b, or name it in ANSINH_OCR_B", e);
    }
  }

  static BufferedImage back(String lines, Random random) {
    var card = SpecimenDrawings.back(random, false);
    var pen = card.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    int ink = 10 + random.nextInt(60);
    pen.setColor(new Color(ink, ink, ink));
    // Capitals are 0.095 inch high.
    float size = (float) (PITCH / 0.1 * 0.095 / 0.72 * (0.97 + 0.06 * random.nextDouble()));
    var bold = random.nextBoolean() ? TextAttribute.WEIGHT_REGULAR : TextAttribute.WEIGHT_SEMIBOLD;
    pen.setFont(OCR_B.deriveFont(size).deriveFont(Map.of(TextAttribute.WEIGHT, bold)));
    double left = (SpecimenDrawings.WIDTH - 30 * PITCH) / 2 + 8 * (random.nextDouble() - 0.5);
    double apart = 58 + 16 * random.nextDouble();
    double y = SpecimenDrawings.HEIGHT - 45 - 2 * apart;
    for (var line : lines.split("\n")) {
      for (int i = 0; i < line.length(); i++) {
        pen.drawString(line.substring(i, i + 1), (float) (left + i * PITCH), (float) y);
      }
      y += apart;
    }
    pen.dispose();
    return card;
  }
}
