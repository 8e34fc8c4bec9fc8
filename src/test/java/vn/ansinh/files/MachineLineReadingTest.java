package vn.ansinh.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.imaging.Imaging;
import vn.ansinh.imaging.LineSearch;
import vn.ansinh.imaging.Workers;

/** Machine lines read by a real worker that can open no file any more. */
class MachineLineReadingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Imaging imaging = Workers.started(1, PATIENCE);

  @AfterEach
  void stop() {
    imaging.stop();
  }

  @Test
  void lines_on_good_photos_are_read_and_none_is_misread() {
    var bench = new MachineLineBench(imaging);
    int readable = 0;
    int read = 0;
    for (int i = 0; i < 18; i++) {
      var shot = MachineLinePhotos.shot(i);
      readable += shot.kind().isReadable() ? 1 : 0;
      if (bench.search(shot) instanceof LineSearch.Read(var lines)) {
        assertThat(lines).isEqualTo(shot.lines());
        read += shot.kind().isReadable() ? 1 : 0;
      }
    }
    assertThat(read).isGreaterThanOrEqualTo(readable * 85 / 100);
    assertThat(imaging.confinement()).contains("system-calls");
    assertThat(imaging.readsLines()).isEqualTo("yes");
    assertThat(imaging.crashes()).isZero();
  }

  @Test
  void a_wrong_digit_is_refused_and_never_put_right() {
    var random = new Random(3);
    for (int digit : new int[] {5, 6, 8, 9, 0}) {
      var lines =
          "IDVNM1900000174079190000017<<4\n9001158F3001156VNM<<<<<<<<<<<"
              + digit
              + "\nNGUYEN<<THI<MAU<<<<<<<<<<<<<<<";
      var photo =
          new Camera(1600, 1200, random)
              .table()
              .paper(SpecimenBacks.back(lines, random), 0.7, 0.5, 0.5, 2)
              .shot(3, 0.9);
      assertThat(imaging.readLines(photo, PATIENCE)).contains(new LineSearch.Unreadable());
    }
  }

  @Test
  void pictures_without_lines_and_hostile_ones_say_nothing_and_cost_no_worker() {
    assertThat(imaging.readLines(LabelledPhotos.good(FileKind.PORTRAIT, new Random(1)), PATIENCE))
        .contains(new LineSearch.None());
    for (var picture :
        new byte[][] {noise(1600, 1200), noise(1, 1), noise(1600, 1), noise(2, 1600)}) {
      assertThat(imaging.readLines(picture, PATIENCE).orElseThrow())
          .isInstanceOfAny(LineSearch.None.class, LineSearch.Unreadable.class);
    }
    assertThat(imaging.readLines(new byte[] {1, 2, 3}, PATIENCE)).contains(new LineSearch.None());
    assertThat(imaging.readLines(stripes(), PATIENCE).orElseThrow())
        .isInstanceOfAny(LineSearch.None.class, LineSearch.Unreadable.class);
    assertThat(imaging.crashes()).isZero();
  }

  private static byte[] noise(int width, int height) {
    var random = new Random(7);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    return Camera.jpeg(picture, 0.9);
  }

  /** Rows that look like lines of letters and are none. */
  private static byte[] stripes() {
    var picture = new BufferedImage(1600, 1000, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.fillRect(0, 0, 1600, 1000);
    pen.setColor(java.awt.Color.BLACK);
    for (int row = 0; row < 3; row++) {
      for (int x = 100; x < 1500; x += 20) {
        pen.fillRect(x, 600 + row * 100, 8, 40);
      }
    }
    pen.dispose();
    return Camera.jpeg(picture, 0.9);
  }
}
