package vn.ansinh.files;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Cards marked SPECIMEN, portraits of nobody, and screens that show them. */
final class SpecimenDrawings {

  static final int WIDTH = 1016;
  static final int HEIGHT = 640;

  private static final int[] SKINS = {0xF1C9A5, 0xE0AC84, 0xC98E62, 0xA9714B, 0x8A5A3C};
  private static final int[] WALLS = {0xFFFFFF, 0xDCE6F0, 0x7FA8D8, 0xE9E9E6, 0x9DB7C8};
  private static final int[] CLOTHES = {0x27364A, 0xF4F4F2, 0x7A1F2B, 0x3F5F3F, 0x222222};

  private SpecimenDrawings() {}

  static BufferedImage front(Random random) {
    var card = card(0xE4EFE9, random);
    var pen = pen(card);
    pen.setColor(new Color(0xD5, 0xE3, 0xEE));
    pen.fillRect(50, 210, 240, 320);
    var face = portrait(240, 320, 1, random);
    pen.drawImage(face, 50, 210, null);
    text(pen, Font.BOLD, 36, 0x9B1C1C, "SPECIMEN · MẪU", 330, 110);
    String[] lines = {
      "0791900000" + random.nextInt(10, 99),
      "NGUYỄN THỊ MẪU",
      "15/01/1990",
      "Nữ · Việt Nam",
      "Thôn Mẫu, Xã Mẫu",
      "Tỉnh Mẫu, Việt Nam"
    };
    for (int i = 0; i < lines.length; i++) {
      text(pen, Font.PLAIN, 15, 0x556070, "Thông tin mẫu / Specimen field", 330, 190 + i * 70);
      text(pen, Font.PLAIN, 30, 0x202830, lines[i], 330, 222 + i * 70);
    }
    code(pen, 820, 40, 150, random);
    pen.dispose();
    return card;
  }

  static BufferedImage back(Random random) {
    return back(random, true);
  }

  /**
   * @param lined with machine lines in whatever typeface of a fixed width there is
   */
  static BufferedImage back(Random random, boolean lined) {
    var card = card(0xEEF2EF, random);
    var pen = pen(card);
    pen.setColor(new Color(0xC8, 0xB0, 0x60));
    pen.fillRoundRect(80, 120, 130, 110, 20, 20);
    text(pen, Font.BOLD, 40, 0x9B1C1C, "SPECIMEN", 330, 110);
    for (int i = 0; i < 4; i++) {
      text(pen, Font.PLAIN, 18, 0x303840, "Đặc điểm mẫu / Specimen, 15/01/2030", 330, 170 + i * 34);
    }
    if (lined) {
      machineLines(pen);
    }
    pen.dispose();
    return card;
  }

  private static void machineLines(Graphics2D pen) {
    String[] lines = {
      "IDVNM1900000174079190000017<<4",
      "9001158F3001156VNM<<<<<<<<<<<4",
      "NGUYEN<<THI<MAU<<<<<<<<<<<<<<<"
    };
    pen.setColor(new Color(0x18, 0x18, 0x18));
    pen.setFont(new Font(Font.MONOSPACED, Font.BOLD, 46));
    for (int line = 0; line < lines.length; line++) {
      for (int i = 0; i < lines[line].length(); i++) {
        pen.drawString(lines[line].substring(i, i + 1), 45 + i * 31, 450 + line * 66);
      }
    }
  }

  /** So many heads before a wall. */
  static BufferedImage portrait(int width, int height, int heads, Random random) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = pen(picture);
    pen.setColor(new Color(WALLS[random.nextInt(WALLS.length)]));
    pen.fillRect(0, 0, width, height);
    double room = (double) width / Math.max(1, heads);
    for (int i = 0; i < heads; i++) {
      double aside = 0.08 * (random.nextDouble() - 0.5);
      head(pen, (int) (room * (i + 0.5 + aside)), height, Math.min(room, height * 0.75), random);
    }
    text(
        pen,
        Font.BOLD,
        Math.max(8, width / 24),
        0x9B1C1C,
        "SPECIMEN",
        width / 30,
        height - height / 40);
    pen.dispose();
    return picture;
  }

  private static void head(Graphics2D pen, int middle, int height, double room, Random random) {
    var skin = new Color(SKINS[random.nextInt(SKINS.length)]);
    var hair = new Color(random.nextInt(20, 60), random.nextInt(15, 45), random.nextInt(10, 40));
    int wide = (int) (room * (0.40 + 0.08 * random.nextDouble()));
    int high = (int) (wide * (1.28 + 0.14 * random.nextDouble()));
    int top = (int) (height * (0.38 + 0.08 * random.nextDouble()) - high / 2.0);
    pen.setColor(new Color(CLOTHES[random.nextInt(CLOTHES.length)]));
    pen.fillOval(
        (int) (middle - room * 0.46), (int) (top + high * 1.12), (int) (room * 0.92), height);
    pen.setColor(hair);
    pen.fillOval(middle - wide * 6 / 11, top - high / 9, wide * 12 / 11, high * 9 / 10);
    pen.setColor(skin.darker());
    pen.fillRect(middle - wide / 5, top + high * 4 / 5, wide * 2 / 5, high * 2 / 5);
    pen.setColor(skin);
    pen.fillOval(middle - wide / 2, top, wide, high);
    pen.setColor(hair);
    pen.fillArc(middle - wide / 2, top - high / 30, wide, high * 3 / 5, 20, 140);
    for (int side = -1; side <= 1; side += 2) {
      int eye = middle + side * wide / 5;
      pen.setColor(Color.WHITE);
      pen.fillOval(eye - wide / 12, top + high * 9 / 20, wide / 6, high / 18);
      pen.setColor(new Color(0x2A, 0x1C, 0x14));
      pen.fillOval(eye - wide / 24, top + high * 9 / 20, wide / 12, high / 18);
      pen.setStroke(new BasicStroke(Math.max(1, wide / 40f)));
      pen.drawLine(eye - wide / 9, top + high * 2 / 5, eye + wide / 9, top + high * 2 / 5);
    }
    pen.drawLine(middle, top + high / 2, middle - wide / 20, top + high * 13 / 20);
    pen.setColor(new Color(0x9C, 0x45, 0x40));
    pen.fillOval(middle - wide / 7, top + high * 3 / 4, wide * 2 / 7, high / 16);
  }

  /** A phone's screen with a card in an app. */
  static BufferedImage screenshot(BufferedImage shown, Random random) {
    int width = random.nextBoolean() ? 1080 : 720;
    int height = width * (random.nextBoolean() ? 20 : 16) / 9;
    boolean night = random.nextBoolean();
    var screen = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = pen(screen);
    pen.setColor(night ? new Color(0x12, 0x12, 0x12) : Color.WHITE);
    pen.fillRect(0, 0, width, height);
    int ink = night ? 0xEEEEEE : 0x222222;
    text(pen, Font.BOLD, width / 30, ink, "9:41", width / 20, width / 18);
    text(pen, Font.PLAIN, width / 36, ink, "4G 87%", width * 4 / 5, width / 18);
    text(pen, Font.BOLD, width / 22, ink, "SPECIMEN", width / 12, height / 7);
    int high = (width - 80) * shown.getHeight() / shown.getWidth();
    pen.drawImage(shown, 40, height / 5, width - 80, Math.min(high, height * 3 / 5), null);
    pen.setColor(new Color(0x1E, 0x62, 0xD0));
    pen.fillRoundRect(60, height - height / 8, width - 120, height / 16, 40, 40);
    pen.dispose();
    return screen;
  }

  private static BufferedImage card(int colour, Random random) {
    var card = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var pen = pen(card);
    pen.setColor(new Color(colour));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(new Color(0xC8, 0xDA, 0xCF));
    int shift = random.nextInt(100);
    for (int i = 0; i < 40; i++) {
      pen.drawOval(i * 30 - shift, i * 9, 300, 240);
    }
    pen.dispose();
    return card;
  }

  private static void code(Graphics2D pen, int left, int top, int side, Random random) {
    pen.setColor(Color.WHITE);
    pen.fillRect(left, top, side, side);
    pen.setColor(Color.BLACK);
    int module = side / 33;
    for (int y = 2; y < 31; y++) {
      for (int x = 2; x < 31; x++) {
        if (random.nextBoolean()) {
          pen.fillRect(left + x * module, top + y * module, module, module);
        }
      }
    }
  }

  private static void text(
      Graphics2D pen, int style, int size, int ink, String text, int x, int y) {
    pen.setColor(new Color(ink));
    pen.setFont(new Font(Font.SANS_SERIF, style, size));
    pen.drawString(text, x, y);
  }

  private static Graphics2D pen(BufferedImage picture) {
    var pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    return pen;
  }
}
