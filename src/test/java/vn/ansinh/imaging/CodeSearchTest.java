package vn.ansinh.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.imaging.Original.Format;
import vn.ansinh.reading.SpecimenCards;
import vn.ansinh.reading.SpecimenCodes;

/** Codes looked for by a real, confined worker. */
class CodeSearchTest {

  private final Imaging imaging = Workers.started(1, Duration.ofSeconds(60));

  @AfterEach
  void stop() {
    imaging.stop();
  }

  @Test
  void codes_of_cards_are_found_in_photos_of_them() {
    var front = SpecimenCards.front(SpecimenCodes.CITIZEN);
    for (int width : new int[] {1200, 2400, 5600}) {
      var photo = SpecimenCards.photo(front, width, 6, 0.9);
      assertThat(imaging.findCode(jpeg(photo)))
          .as("%d pixels", width)
          .isEqualTo(new CodeSearch.Found(SpecimenCodes.CITIZEN));
    }
    var screenshot = SpecimenCards.code(SpecimenCodes.INSURANCE_17, 900);
    assertThat(imaging.findCode(png(screenshot)))
        .isEqualTo(new CodeSearch.Found(SpecimenCodes.INSURANCE_17));
  }

  @Test
  void whatever_a_code_holds_the_worker_has_loaded_what_reads_it() {
    var random = new Random(11);
    var letters = "0123456789ABC $%*+-./:abcđườngMẪU|<見本样本Ωж\u0000€";
    for (int i = 0; i < 40; i++) {
      var text = new StringBuilder();
      for (int length = 1 + random.nextInt(300); length > 0; length--) {
        text.append(letters.charAt(random.nextInt(1 + random.nextInt(letters.length()))));
      }
      var code = SpecimenCards.code(text.toString(), 600);
      if (i % 2 == 1) {
        damage(code, random);
      }
      assertThat(imaging.findCode(png(code)))
          .isInstanceOfAny(CodeSearch.Found.class, CodeSearch.None.class);
    }
    assertThat(imaging.crashes()).isZero();
  }

  /** All shapes are tried on it, in the little memory there is. */
  @Test
  void the_largest_picture_without_a_code_costs_time_and_no_worker() {
    assertThat(imaging.findCode(png(noise(4890, 4890, 16)))).isEqualTo(new CodeSearch.None());
    assertThat(imaging.findCode(jpeg(noise(2399, 2399, 1)))).isEqualTo(new CodeSearch.None());
    assertThat(imaging.crashes()).isZero();
  }

  @Test
  void what_is_no_picture_is_broken_and_costs_nothing() {
    for (var format : Format.values()) {
      assertThat(imaging.findCode(new Original(format, 1, 2400, new byte[] {1, 2, 3})))
          .isEqualTo(new CodeSearch.Broken());
    }
    assertThat(imaging.crashes()).isZero();
  }

  @Test
  void a_search_that_takes_too_long_costs_its_worker_and_nothing_else() {
    var hasty = Workers.started(1, Duration.ofMillis(1));
    try {
      assertThat(hasty.findCode(png(noise(2000, 2000, 8)))).isEqualTo(new CodeSearch.Crashed());
      assertThat(hasty.crashes()).isOne();
    } finally {
      hasty.stop();
    }
  }

  @Test
  void a_worker_ends_itself_over_a_picture_that_has_had_its_time_of_the_processor()
      throws Exception {
    var settings = Workers.settings(1, Duration.ofMillis(50), List.of());
    var worker =
        new WorkerCommand(settings)
            .builder()
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var in = new DataInputStream(worker.getInputStream());
        var out = new DataOutputStream(worker.getOutputStream())) {
      assertThat(Frames.read(in)).isNotNull();
      var picture = png(noise(2000, 2000, 8));
      // Nobody ends it from outside here.
      Frames.write(
          out,
          CodeOperation.CODE,
          CodeOperation.question(picture, Duration.ofMinutes(1), false),
          picture.bytes());
      assertThat(Frames.read(in)).as("no answer").isNull();
      assertThat(worker.waitFor()).isEqualTo(ImageWorker.TOO_SLOW);
    } finally {
      worker.destroyForcibly();
    }
  }

  @Test
  void who_waits_is_answered_by_the_clock_on_the_wall_and_a_photo_in_the_line_is_not() {
    assertThat(isOnTheWall(CodeOperation.clock(true))).isTrue();
    assertThat(isOnTheWall(CodeOperation.clock(false))).isFalse();
  }

  private static boolean isOnTheWall(LongSupplier clock) {
    long before = System.nanoTime();
    long now = clock.getAsLong();
    return before - now <= 0 && now - System.nanoTime() <= 0;
  }

  @Test
  void what_a_picture_has_had_counts_whichever_thread_computes() throws Exception {
    long before = WorkTime.nanos();
    var threads = ManagementFactory.getThreadMXBean();
    var other =
        new Thread(
            () -> {
              while (threads.getCurrentThreadCpuTime() < 100_000_000) {
                Thread.onSpinWait();
              }
            });
    other.start();
    other.join();
    assertThat(WorkTime.nanos() - before).isGreaterThanOrEqualTo(80_000_000);
  }

  private static void damage(BufferedImage code, Random random) {
    var pen = code.createGraphics();
    for (int i = 0; i < 3 + random.nextInt(20); i++) {
      pen.fillRect(random.nextInt(600), random.nextInt(600), 30, 12);
    }
    pen.dispose();
  }

  private static BufferedImage noise(int width, int height, int grain) {
    var random = new Random(5);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y += grain) {
      for (int x = 0; x < width; x += grain) {
        int grey = random.nextInt(256) * 0x010101;
        for (int i = 0; i < grain * grain; i++) {
          if (x + i % grain < width && y + i / grain < height) {
            picture.setRGB(x + i % grain, y + i / grain, grey);
          }
        }
      }
    }
    return picture;
  }

  private static Original jpeg(BufferedImage picture) {
    return new Original(Format.JPEG, 1, 2400, written(picture, "jpeg"));
  }

  private static Original png(BufferedImage picture) {
    return new Original(Format.PNG, 1, 2400, written(picture, "png"));
  }

  private static byte[] written(BufferedImage picture, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
