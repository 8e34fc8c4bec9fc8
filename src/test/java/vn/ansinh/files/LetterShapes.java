package vn.ansinh.files;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Draws {@code src/main/resources/imaging/ocr-b.png}: the capitals of the typeface of machine
 * lines, one beside the other, in cells 40 pixels wide as they follow one another on cards.
 */
final class LetterShapes {

  private static final int WIDTH = 40;
  private static final int HEIGHT = 56;

  private LetterShapes() {}

  public static void main(String[] arguments) throws IOException {
    var sheet = new BufferedImage(26 * WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    var pen = sheet.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, sheet.getWidth(), HEIGHT);
    pen.setColor(Color.BLACK);
    pen.setFont(SpecimenBacks.font((float) (WIDTH / 0.1 * 0.095 / 0.72)));
    for (int i = 0; i < 26; i++) {
      pen.drawString(String.valueOf((char) ('A' + i)), i * WIDTH, HEIGHT - 9);
    }
    pen.dispose();
    ImageIO.write(sheet, "png", Path.of(arguments[0]).toFile());
  }
}
