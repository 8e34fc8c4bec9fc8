package vn.ansinh.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QrPicturesTest {

  static final Duration LIMIT = Duration.ofSeconds(30);

  @ParameterizedTest
  @CsvSource({
    // pixels across, degrees, share of the width that is card, contrast, noise
    "1200,   0, 0.9, 1.0,  0",
    "1600,   3, 0.9, 1.0,  8",
    "1600,  12, 0.8, 1.0,  8",
    "1600,  90, 0.7, 1.0,  8",
    "1600, 180, 0.9, 1.0,  8",
    "2400, -17, 0.7, 1.0, 12",
    "1600,  45, 0.7, 1.0,  5",
    "4000,   5, 0.9, 1.0, 20",
    "5600,  20, 0.6, 1.0, 20",
    "1600,   4, 0.9, 0.3,  4",
    "4000,   7, 0.5, 0.5,  8"
  })
  void the_code_of_a_card_is_found_in_photos_of_it(
      int width, double degrees, double share, double contrast, int noise) {
    var photo =
        SpecimenCards.photo(SpecimenCards.front(SpecimenCodes.CITIZEN), width, degrees, share);
    assertThat(QrPictures.read(SpecimenCards.raster(photo, contrast, noise), LIMIT))
        .contains(SpecimenCodes.CITIZEN);
  }

  @Test
  void longer_codes_and_codes_in_dark_colours_are_found() {
    var picture = SpecimenCards.raster(SpecimenCards.code(SpecimenCodes.INSURANCE_17, 900), 1, 6);
    assertThat(QrPictures.read(picture, LIMIT)).contains(SpecimenCodes.INSURANCE_17);
    assertThat(QrPictures.read(picture.negative(), LIMIT)).contains(SpecimenCodes.INSURANCE_17);
  }

  @Test
  void a_picture_without_a_code_has_none_and_time_is_bounded() {
    var noise = new byte[2000 * 1500];
    new Random(3).nextBytes(noise);
    var picture = new Raster(2000, 1500, noise);
    long begin = System.nanoTime();
    assertThat(QrPictures.read(picture, Duration.ofMillis(1))).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    assertThat(QrPictures.read(new Raster(1, 1, new byte[1]), LIMIT)).isEmpty();
    assertThat(QrPictures.read(new Raster(3000, 1, new byte[3000]), LIMIT)).isEmpty();
  }
}
