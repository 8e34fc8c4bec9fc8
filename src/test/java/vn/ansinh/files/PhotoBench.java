package vn.ansinh.files;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.springframework.context.ApplicationContext;
import vn.ansinh.bench.Measure;

/**
 * Goal P2: one photo made safe, from its bytes to sealed bytes on disk, against libjpeg-turbo's own
 * {@code tjbench} decoding and encoding the same pixels on one processor. A B A B.
 */
public final class PhotoBench {

  private static final int ROUNDS = 20;
  private static final double GOAL = 0.60;

  private PhotoBench() {}

  public static void run(ApplicationContext application, int repeat) throws Exception {
    var files = application.getBean(Files.class);
    for (var size : List.of(new int[] {1600, 1200}, new int[] {4000, 3000})) {
      var photo = photo(size[0], size[1], size[0] * size[1] / 6);
      System.out.printf(
          "P2 one photo %d × %d of %d kB, one processor%n", size[0], size[1], photo.length / 1000);
      var ours = new ArrayList<Double>();
      var turbo = new ArrayList<Double>();
      for (int i = -1; i < repeat; i++) {
        var a = Measure.seconds(() -> store(files, photo)) / ROUNDS;
        var b = tjbench(photo);
        if (i >= 0) {
          ours.add(a);
          turbo.add(b);
        }
      }
      System.out.println(Measure.table("  AnSinh, stored", 1, ours));
      if (turbo.contains(0.0)) {
        System.out.println("  no tjbench here (package libjpeg-turbo-progs): no ratio");
      } else {
        System.out.println(Measure.table("  tjbench, decode + encode", 1, turbo));
        System.out.printf(
            Locale.ROOT,
            "  ratio %.2f (goal %.2f)%n",
            Measure.median(turbo) / Measure.median(ours),
            GOAL);
      }
    }
  }

  /** As noisy as needed to weigh about as much as asked for. */
  public static byte[] photo(int width, int height, int bytes) {
    var photo = Pictures.written(noisy(width, height, 0), "jpeg");
    for (int noise = 2; photo.length < bytes && noise < 120; noise += 2) {
      photo = Pictures.written(noisy(width, height, noise), "jpeg");
    }
    return photo;
  }

  private static BufferedImage noisy(int width, int height, int noise) {
    var image = Pictures.drawn(width, height, BufferedImage.TYPE_INT_RGB);
    var random = new Random(noise);
    for (int y = 0; noise > 0 && y < height; y++) {
      for (int x = 0; x < width; x++) {
        var colour = new Color(image.getRGB(x, y));
        int more = random.nextInt(noise);
        image.setRGB(
            x,
            y,
            new Color(
                    Math.min(255, colour.getRed() + more),
                    Math.min(255, colour.getGreen() + more),
                    Math.min(255, colour.getBlue() + more))
                .getRGB());
      }
    }
    return image;
  }

  private static void store(Files files, byte[] photo) {
    for (int i = 0; i < ROUNDS; i++) {
      var stored = (Upload.Stored) files.store(UUID.randomUUID(), FileKind.PORTRAIT, photo);
      SafePictures.await(files, stored.id());
      files.erase(stored.id());
    }
  }

  /** Seconds for one decode and one encode; 0 without the program. */
  private static double tjbench(byte[] photo) throws IOException, InterruptedException {
    var bitmap = Path.of(System.getProperty("java.io.tmpdir"), "ansinh-bench.bmp");
    ImageIO.write(ImageIO.read(new ByteArrayInputStream(photo)), "bmp", bitmap.toFile());
    try {
      var process =
          new ProcessBuilder(
                  "tjbench",
                  bitmap.toString(),
                  "85",
                  "-subsamp",
                  "420",
                  "-quiet",
                  "-nowrite",
                  "-benchtime",
                  "1",
                  "-warmup",
                  "0.3")
              .redirectErrorStream(true)
              .start();
      var output = new String(process.getInputStream().readAllBytes());
      process.waitFor(1, TimeUnit.MINUTES);
      return seconds(output);
    } catch (IOException e) {
      return 0;
    } finally {
      java.nio.file.Files.deleteIfExists(bitmap);
    }
  }

  /** {@code … width height encoding ratio decoding}, the speeds in megapixels a second. */
  private static double seconds(String output) {
    var line = output.lines().filter(it -> it.contains("4:2:0")).reduce((_, last) -> last);
    var words = line.orElseThrow(() -> new IllegalStateException(output)).strip().split("\\s+");
    int last = words.length - 1;
    double megapixels =
        Double.parseDouble(words[last - 4]) * Double.parseDouble(words[last - 3]) / 1e6;
    return megapixels / Double.parseDouble(words[last - 2])
        + megapixels / Double.parseDouble(words[last]);
  }
}
