package vn.ansinh.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.imaging.Original.Format;

class ImagingTest {

  private static final Imaging IMAGING = Workers.started(1, Duration.ofSeconds(30));

  @AfterAll
  static void stop() {
    IMAGING.stop();
  }

  @Test
  void a_large_jpeg_is_drawn_at_most_1600_pixels_long() throws IOException {
    var drawn = IMAGING.draw(new Original(Format.JPEG, 6, 1600, jpeg(4000, 3000)));
    assertThat(drawn).isInstanceOf(Drawn.Picture.class);
    var picture = (Drawn.Picture) drawn;
    assertThat(picture.width()).isEqualTo(1200);
    assertThat(picture.height()).isEqualTo(1600);
    System.err.println(IMAGING.confinement());
    for (int size : new int[] {800, 1600, 4000}) {
      var bytes = jpeg(size, size * 3 / 4);
      for (int i = 0; i < 5; i++) {
        long start = System.nanoTime();
        for (int k = 0; k < 20; k++) IMAGING.draw(new Original(Format.JPEG, 1, 1600, bytes));
        System.err.printf(
            "%d %d kB %.2f ms%n", size, bytes.length / 1000, (System.nanoTime() - start) / 20e6);
      }
    }
    Runtime.getRuntime().exec(new String[] {"true"});
    ProcessHandle.current()
        .descendants()
        .forEach(
            p -> {
              try {
                System.err.println(
                    p.info().commandLine().orElse("")
                        + new String(
                                java.nio.file.Files.readAllBytes(
                                    java.nio.file.Path.of("/proc/" + p.pid() + "/status")))
                            .lines()
                            .filter(l -> l.matches("(Vm(Peak|HWM)|Seccomp|NoNew|Uid|CapEff).*"))
                            .toList());
              } catch (IOException e) {
              }
            });
    System.err.println(IMAGING.draw(new Original(Format.JPEG, 1, 1600, new byte[] {1, 2, 3})));
  }

  private static byte[] jpeg(int width, int height) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var random = new java.util.Random(1);
    for (int x = 0; x < width; x++)
      for (int y = 0; y < height; y++)
        image.setRGB(x, y, ((x * 3 + y) & 255) << 16 | ((y * 2) & 255) << 8 | random.nextInt(40));
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }
}
