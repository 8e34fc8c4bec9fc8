package vn.ansinh.reading;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.Arrays;

/**
 * Any pixels may stand in a picture. The first byte says how wide it is. The seeds run with every
 * build; {@code bin/fuzz} looks for more.
 */
class QrPicturesFuzzTest {

  @FuzzTest
  void a_picture_has_a_code_or_none(byte[] bytes) {
    if (bytes.length < 2) {
      return;
    }
    int width = Math.min(bytes.length - 1, 1 + (bytes[0] & 0xFF));
    int height = (bytes.length - 1) / width;
    var picture = new Raster(width, height, Arrays.copyOfRange(bytes, 1, 1 + width * height));
    QrPictures.read(picture, Duration.ofSeconds(5))
        .ifPresent(
            it -> {
              if (CardCodes.read(it) == null) {
                throw new AssertionError("a code that is neither read nor refused");
              }
            });
  }
}
