package vn.ansinh.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import vn.ansinh.reading.SpecimenCards;
import vn.ansinh.reading.SpecimenCodes;

/** Photos of specimens of which is known what is wrong with them; the same in every run. */
public final class LabelledPhotos {

  /**
   * @param fault null for a good one
   * @param twin the other of the same person, where the fault is between two
   */
  record Labelled(
      FileKind kind, @Nullable PictureFault fault, byte[] jpeg, byte @Nullable [] twin) {}

  private LabelledPhotos() {}

  static List<Labelled> good(int count, long seed) {
    var photos = new ArrayList<Labelled>();
    for (int i = 0; i < count; i++) {
      var random = random(seed * 7919 + i);
      var kind = FileKind.values()[i % 3];
      photos.add(new Labelled(kind, null, good(kind, random), good(kind, random)));
    }
    return photos;
  }

  static List<Labelled> faulty(PictureFault fault, int count, long seed) {
    var photos = new ArrayList<Labelled>();
    for (int i = 0; i < count; i++) {
      photos.add(faulty(fault, i, random(seed * 104729 + fault.ordinal() * 1009L + i)));
    }
    return photos;
  }

  /** By kind: the front of the card has glare, the others are good. */
  public static Map<String, byte[]> journey() {
    return Map.of(
        "PORTRAIT", good(FileKind.PORTRAIT, random(41)),
        "PAPER_FRONT", faulty(PictureFault.GLARE, 1, random(42)).jpeg(),
        "PAPER_BACK", good(FileKind.PAPER_BACK, random(43)));
  }

  /** With the code of an invented person, 079190000017 Nguyễn Thị Mẫu. */
  public static byte[] frontOfSpecimen() {
    return Camera.jpeg(
        SpecimenCards.photo(SpecimenCards.front(SpecimenCodes.CITIZEN), 1600, 3, 0.85), 0.9);
  }

  private static Labelled faulty(PictureFault fault, int i, Random random) {
    var side = i % 2 == 0 ? FileKind.PAPER_FRONT : FileKind.PAPER_BACK;
    var any = FileKind.values()[i % 3];
    return switch (fault) {
      case DARK ->
          one(any, fault, shot(scene(any, random).lit(0.10 + 0.18 * random.nextDouble()), random));
      case GLARE -> one(any, fault, glaring(any, random));
      case BLURRED -> one(any, fault, blurred(any, random));
      case CUT -> one(side, fault, shot(cut(side, random), random));
      case FAR -> {
        double share = 0.20 + 0.15 * random.nextDouble();
        var camera = landscape(random).table();
        camera.paper(card(side, random), share, 0.5, 0.5, turn(random));
        yield one(side, fault, shot(camera, random));
      }
      case WRONG_SIDE -> {
        var other = i % 2 == 0 ? FileKind.PAPER_BACK : FileKind.PAPER_FRONT;
        yield one(side, fault, good(other, random));
      }
      case NOT_ONE_FACE -> one(FileKind.PORTRAIT, fault, otherThanOneFace(i, random));
      case NOT_3X4 -> one(FileKind.PORTRAIT, fault, otherShape(i, random));
      case SAME_TWICE -> {
        var photo = good(any, random);
        yield new Labelled(any, fault, photo, savedAgain(photo, random));
      }
      case SCREENSHOT -> one(any, fault, screenshot(any, random));
    };
  }

  /** Neighbouring seeds would begin alike. */
  private static Random random(long seed) {
    return new Random(new SplittableRandom(seed).nextLong());
  }

  private static Labelled one(FileKind kind, PictureFault fault, byte[] jpeg) {
    return new Labelled(kind, fault, jpeg, null);
  }

  static byte[] good(FileKind kind, Random random) {
    return shot(scene(kind, random).lit(0.7 + 0.32 * random.nextDouble()), random);
  }

  private static byte[] shot(Camera camera, Random random) {
    return camera.shot(2 + 5 * random.nextDouble(), 0.80 + 0.15 * random.nextDouble());
  }

  /** As it should be, but for the light. */
  private static Camera scene(FileKind kind, Random random) {
    if (kind == FileKind.PORTRAIT) {
      return new Camera(900, 1200, random)
          .straight(SpecimenDrawings.portrait(900, 1200, 1, random));
    }
    return landscape(random)
        .table()
        .paper(
            card(kind, random),
            0.62 + 0.18 * random.nextDouble(),
            0.48 + 0.04 * random.nextDouble(),
            0.48 + 0.04 * random.nextDouble(),
            turn(random));
  }

  private static Camera landscape(Random random) {
    return new Camera(1200, 900, random);
  }

  private static BufferedImage card(FileKind kind, Random random) {
    return kind == FileKind.PAPER_BACK
        ? SpecimenDrawings.back(random)
        : SpecimenDrawings.front(random);
  }

  private static double turn(Random random) {
    return 14 * (random.nextDouble() - 0.5) + (random.nextInt(6) == 0 ? 180 : 0);
  }

  private static byte[] glaring(FileKind kind, Random random) {
    var camera = scene(kind, random).lit(0.75 + 0.2 * random.nextDouble());
    double radius = 0.10 + 0.08 * random.nextDouble();
    double spread = kind == FileKind.PORTRAIT ? 0.08 : 0.3;
    double x = 0.5 + spread * (random.nextDouble() - 0.5);
    double y = kind == FileKind.PORTRAIT ? 0.42 : 0.5 + 0.2 * (random.nextDouble() - 0.5);
    return shot(camera.glare(x, y, radius), random);
  }

  private static byte[] blurred(FileKind kind, Random random) {
    var camera = scene(kind, random).lit(0.75 + 0.25 * random.nextDouble());
    return shot(
        random.nextBoolean()
            ? camera.blurred(3.2 + 4 * random.nextDouble())
            : camera.moved(14 + random.nextInt(16), random.nextBoolean()),
        random);
  }

  private static Camera cut(FileKind kind, Random random) {
    double share = 0.65 + 0.2 * random.nextDouble();
    double out = 0.08 + 0.25 * random.nextDouble();
    double x = 0.5;
    double y = 0.5;
    double half = share / 2;
    double halfHigh = half * 640 / 1016 * 4 / 3;
    switch (random.nextInt(5)) {
      case 0 -> x = half - out * share;
      case 1 -> x = 1 - half + out * share;
      case 2 -> y = halfHigh - out * 2 * halfHigh;
      case 3 -> y = 1 - halfHigh + out * 2 * halfHigh;
      default -> {
        x = half - out * share;
        y = halfHigh - out * 2 * halfHigh;
      }
    }
    return landscape(random)
        .table()
        .paper(card(kind, random), share, x, y, turn(random))
        .lit(0.75 + 0.25 * random.nextDouble());
  }

  private static byte[] otherThanOneFace(int i, Random random) {
    if (i % 4 == 3) {
      var camera = new Camera(900, 1200, random).table();
      return shot(
          camera.paper(card(FileKind.PAPER_BACK, random), 0.8, 0.5, 0.5, turn(random)), random);
    }
    var heads = new int[] {2, 0, 2}[i % 4];
    var picture = SpecimenDrawings.portrait(900, 1200, heads, random);
    return shot(
        new Camera(900, 1200, random).straight(picture).lit(0.75 + 0.25 * random.nextDouble()),
        random);
  }

  private static byte[] otherShape(int i, Random random) {
    var sizes = new int[][] {{1200, 900}, {1000, 1000}, {700, 1244}, {800, 1200}, {1100, 1240}};
    int width = sizes[i % sizes.length][0];
    int height = sizes[i % sizes.length][1];
    var picture = SpecimenDrawings.portrait(width, height, 1, random);
    return shot(
        new Camera(width, height, random).straight(picture).lit(0.75 + 0.25 * random.nextDouble()),
        random);
  }

  private static byte[] savedAgain(byte[] photo, Random random) {
    try {
      var picture = ImageIO.read(new ByteArrayInputStream(photo));
      int width = (int) (picture.getWidth() * (0.7 + 0.3 * random.nextDouble()));
      int height = width * picture.getHeight() / picture.getWidth();
      var smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      var pen = smaller.createGraphics();
      pen.drawImage(picture, 0, 0, width, height, null);
      pen.dispose();
      return Camera.jpeg(smaller, 0.6 + 0.3 * random.nextDouble());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] screenshot(FileKind kind, Random random) {
    var shown =
        kind == FileKind.PORTRAIT
            ? SpecimenDrawings.portrait(900, 1200, 1, random)
            : card(kind, random);
    return Camera.jpeg(SpecimenDrawings.screenshot(shown, random), 0.92);
  }
}
