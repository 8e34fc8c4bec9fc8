package vn.ansinh.reading;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Random;

/** Pictures of cards of an invented person, each marked SPECIMEN, and photos of them. */
public final class SpecimenCards {

  static final int WIDTH = 1016;
  static final int HEIGHT = 640;

  private SpecimenCards() {}

  /** The front: a portrait's place, some lines, the QR at the upper right, as large as on cards. */
  public static BufferedImage front(String code) {
    var card = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var pen = pen(card);
    pen.setColor(new Color(0xE8, 0xF1, 0xEC));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(new Color(0xC4, 0xD8, 0xCC));
    for (int i = 0; i < 40; i++) {
      pen.drawOval(i * 30 - 100, i * 9, 300, 240);
    }
    pen.setColor(new Color(0x9A, 0xA8, 0xB4));
    pen.fillRect(50, 220, 230, 310);
    pen.setColor(new Color(0x20, 0x30, 0x40));
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 34));
    pen.drawString("SPECIMEN · MẪU · SPECIMEN", 60, 90);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 26));
    pen.drawString("079190000017", 320, 290);
    pen.drawString("NGUYỄN THỊ MẪU", 320, 350);
    pen.drawString("15/01/1990 · Nữ", 320, 410);
    draw(pen, matrix(code), 800, 40, 180);
    stamp(pen);
    pen.dispose();
    return card;
  }

  /** The back, with three lines in a type of fixed width at the lower edge. */
  public static BufferedImage back(String lines) {
    var card = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var pen = pen(card);
    pen.setColor(new Color(0xEE, 0xF2, 0xEF));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(new Color(0xC8, 0xB0, 0x60));
    pen.fillRoundRect(80, 120, 150, 120, 20, 20);
    stamp(pen);
    pen.setColor(new Color(0x18, 0x18, 0x18));
    pen.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 50));
    int y = 450;
    for (var line : lines.split("\n")) {
      int x = 50;
      for (var letter : line.split("")) {
        pen.drawString(letter, x, y);
        x += 31;
      }
      y += 66;
    }
    pen.dispose();
    return card;
  }

  /** A code alone, as an app shows it. */
  public static BufferedImage code(String text, int side) {
    var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    var pen = pen(picture);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, side, side);
    draw(pen, matrix(text), side / 10, side / 10, side * 8 / 10);
    pen.dispose();
    return picture;
  }

  /** The card on a table. */
  public static BufferedImage photo(BufferedImage card, int width, double degrees, double share) {
    int height = width * 3 / 4;
    var photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = pen(photo);
    pen.setColor(new Color(0x6B, 0x52, 0x3E));
    pen.fillRect(0, 0, width, height);
    double scale = width * share / card.getWidth();
    var place = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
    place.rotate(Math.toRadians(degrees));
    place.scale(scale, scale);
    place.translate(-card.getWidth() / 2.0, -card.getHeight() / 2.0);
    pen.drawImage(card, place, null);
    pen.dispose();
    return photo;
  }

  /** In shades of grey, with less contrast and some noise, the same in every run. */
  public static Raster raster(BufferedImage picture, double contrast, int noise) {
    var random = new Random(7);
    int width = picture.getWidth();
    int height = picture.getHeight();
    var luminance = new byte[width * height];
    var row = new int[width];
    for (int y = 0; y < height; y++) {
      picture.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        int rgb = row[x];
        double grey = 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
        double value = 90 + (grey - 90) * contrast + random.nextGaussian() * noise;
        luminance[y * width + x] = (byte) Math.clamp(Math.round(value), 0, 255);
      }
    }
    return new Raster(width, height, luminance);
  }

  private static Graphics2D pen(BufferedImage picture) {
    var pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    return pen;
  }

  private static void stamp(Graphics2D pen) {
    pen.setColor(new Color(0xB0, 0x20, 0x20));
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 44));
    pen.drawString("SPECIMEN", 330, 200);
  }

  private static void draw(Graphics2D pen, BitMatrix modules, int left, int top, int side) {
    pen.setColor(Color.WHITE);
    pen.fillRect(left, top, side, side);
    pen.setColor(Color.BLACK);
    double size = (double) side / modules.getWidth();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y)) {
          int atX = left + (int) Math.round(x * size);
          int atY = top + (int) Math.round(y * size);
          int toX = left + (int) Math.round((x + 1) * size);
          int toY = top + (int) Math.round((y + 1) * size);
          pen.fillRect(atX, atY, toX - atX, toY - atY);
        }
      }
    }
  }

  private static BitMatrix matrix(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(EncodeHintType.MARGIN, 2, EncodeHintType.CHARACTER_SET, "UTF-8"));
    } catch (WriterException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
