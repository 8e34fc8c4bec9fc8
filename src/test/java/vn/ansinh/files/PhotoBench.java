package vn.ansinh.files;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.springframework.context.ApplicationContext;
import vn.ansinh.bench.Measure;

/**
 * Goal P2: a queue of photos made safe by real workers, from sealed originals in the database to
 * sealed pictures on disk and decided rows, against libjpeg-turbo's own {@code tjbench} decoding
 * and encoding the same pixels, one on each processor at the same time. A B A B.
 */
public final class PhotoBench {

  private static final double GOAL = 0.60;
  private static final double GOAL_REGISTRATIONS = 22;
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private final Files files;
  private final SafekeepingStore store;
  private final SafekeepingThreads threads;
  private final List<byte[]> mix = mix();

  public PhotoBench(ApplicationContext application) {
    files = application.getBean(Files.class);
    store = application.getBean(SafekeepingStore.class);
    threads = application.getBean(SafekeepingThreads.class);
  }

  /** From now on what is received waits, until {@link #goOn}. */
  public void hold() {
    threads.stop();
  }

  public void goOn() {
    threads.start();
  }

  /** Photos of registrations nobody submits, three each. */
  public List<FileId> queue(int registrations) {
    var queued = new ArrayList<FileId>();
    for (int i = 0; i < 3 * registrations; i++) {
      var photo = mix.get(i % mix.size());
      queued.add(((Upload.Stored) files.store(UUID.randomUUID(), FileKind.PORTRAIT, photo)).id());
    }
    return queued;
  }

  public void run(int registrations, int repeat) throws Exception {
    hold();
    System.out.printf(
        "P2 %d registrations of 3 photos 1600 x 1200 (%d and %d kB), %d processors%n",
        registrations, mix.getFirst().length / 1000, mix.getLast().length / 1000, PROCESSORS);
    var ours = new ArrayList<Double>();
    var turbo = new ArrayList<Double>();
    for (int i = -1; i < repeat; i++) {
      var queued = queue(registrations);
      var a = Measure.seconds(() -> empty());
      queued.forEach(files::erase);
      var b = 3 * registrations * (0.7 * tjbench(mix.getFirst()) + 0.3 * tjbench(mix.getLast()));
      if (i >= 0) {
        ours.add(a);
        turbo.add(b);
      }
    }
    System.out.println(Measure.table("  AnSinh, until all are safe", registrations, ours));
    System.out.println(Measure.table("  tjbench, decode + encode", registrations, turbo));
    System.out.printf(
        Locale.ROOT,
        "  ratio %.2f (goal %.2f); %.1f registrations/s (goal %.0f)%n",
        Measure.median(turbo) / Measure.median(ours),
        GOAL,
        registrations / Measure.median(ours),
        GOAL_REGISTRATIONS);
  }

  private void empty() throws InterruptedException {
    goOn();
    while (store.backlog().pictures() > 0) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    hold();
  }

  /** Seven of ten taken at that size, three of ten large ones that the browser has shrunk. */
  private static List<byte[]> mix() {
    var taken = photo(1600, 1200, 313_000);
    var shrunk = photo(1600, 1200, 420_000);
    return List.of(taken, taken, shrunk, taken, taken, shrunk, taken, taken, taken, shrunk);
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

  /** Seconds an image takes when every processor works on its own. */
  private static double tjbench(byte[] photo) throws Exception {
    try (var together = Executors.newFixedThreadPool(PROCESSORS)) {
      double perSecond = 0;
      Callable<Double> one = () -> alone(photo);
      for (var seconds : together.invokeAll(Collections.nCopies(PROCESSORS, one))) {
        perSecond += 1 / seconds.get();
      }
      return 1 / perSecond;
    }
  }

  /** Seconds for one decode and one encode. */
  private static double alone(byte[] photo) throws IOException, InterruptedException {
    var bitmap = java.nio.file.Files.createTempFile("ansinh-bench", ".bmp");
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
