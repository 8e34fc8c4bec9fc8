package vn.ansinh.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.ansinh.files.LabelledPhotos.Labelled;
import vn.ansinh.imaging.Imaging;
import vn.ansinh.imaging.Workers;

/** A fixed part of what {@code bin/bench preflight} measures, through a real, confined worker. */
class PreflightTest {

  private static final Imaging IMAGING = Workers.started(1, Duration.ofSeconds(60));

  private final PreflightBench bench = new PreflightBench(IMAGING);

  @AfterAll
  static void stop() {
    IMAGING.stop();
  }

  @Test
  void nothing_is_said_about_good_photos() {
    for (var photo : LabelledPhotos.good(6, 3)) {
      assertThat(bench.faults(photo)).as("%s", photo.kind()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_fault_is_told(PictureFault fault) {
    for (var photo : LabelledPhotos.faulty(fault, 2, 3)) {
      assertThat(bench.faults(photo)).as("%s", photo.kind()).contains(fault);
    }
  }

  /** A scan cut to the paper's edge: there is no table to tell it from. */
  @Test
  void a_paper_that_fills_its_picture_is_neither_small_nor_cut() {
    var card = SpecimenDrawings.front(new java.util.Random(5));
    var scan = new Labelled(FileKind.PAPER_FRONT, null, Camera.jpeg(card, 0.9), null);
    assertThat(bench.faults(scan)).isEmpty();
  }

  /** Noise-free walls are usual behind studio portraits and do not make them screenshots. */
  @Test
  void a_portrait_before_an_even_wall_is_no_screenshot() {
    var portrait = SpecimenDrawings.portrait(900, 1200, 1, new java.util.Random(6));
    var photo = new Labelled(FileKind.PORTRAIT, null, Camera.jpeg(portrait, 0.9), null);
    assertThat(bench.faults(photo)).isEmpty();
  }
}
