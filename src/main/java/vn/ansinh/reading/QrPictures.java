package vn.ansinh.reading;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Finds the QR code in a picture. A code on a card is small in a photo of the whole card, and large
 * photos drown it in noise; so the picture is tried in several sizes, as a negative (screens in
 * dark colours show codes so), in overlapping parts, then turned, until one try succeeds or time is
 * over. Never throws. For use in a process that may be ended: the picture is of unknown origin.
 */
public final class QrPictures {

  private static final Map<DecodeHintType, Object> HINTS =
      Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.CHARACTER_SET, "UTF-8");

  /** Sizes of the longer side at which codes of cards are usually found. */
  private static final List<Integer> SIDES = List.of(1600, 900, 2400, 600);

  private static final List<Double> TURNS = List.of(45.0, 20.0, -20.0);

  private QrPictures() {}

  /**
   * @param limit after which no further try begins; one try takes about a tenth of a second for a
   *     million pixels
   */
  public static Optional<String> read(Raster picture, Duration limit) {
    return read(picture, limit, System::nanoTime);
  }

  /**
   * @param limit as above
   * @param clock by which that is measured, in nanoseconds
   */
  public static Optional<String> read(Raster picture, Duration limit, LongSupplier clock) {
    long end = clock.getAsLong() + limit.toNanos();
    for (var attempt : attempts(picture)) {
      var found = decoded(attempt.get());
      if (found.isPresent() || clock.getAsLong() >= end) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static List<Supplier<Raster>> attempts(Raster picture) {
    var attempts = new ArrayList<Supplier<Raster>>();
    int side = Math.max(picture.width(), picture.height());
    SIDES.stream()
        .map(it -> Math.max(1, Math.round((float) side / it)))
        .distinct()
        .forEach(it -> attempts.add(() -> picture.reduced(it)));
    attempts.add(() -> picture.reduced(Math.max(1, side / 900)).negative());
    int factor = Math.max(1, side / 2400);
    attempts.add(() -> picture.reduced(factor).stretched());
    attempts.addAll(parts(picture, factor));
    for (var turn : TURNS) {
      attempts.add(() -> picture.reduced(Math.max(1, side / 1200)).turned(turn).stretched());
    }
    return attempts;
  }

  /**
   * Nine parts of half the size, overlapping by half, the upper right first: there it is printed.
   */
  private static List<Supplier<Raster>> parts(Raster picture, int factor) {
    int wide = picture.width() / 2;
    int high = picture.height() / 2;
    if (Math.min(wide, high) < 60) {
      return List.of();
    }
    record Part(int column, int row) {}
    var parts = new ArrayList<Part>();
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        parts.add(new Part(column, row));
      }
    }
    parts.sort(Comparator.comparingInt(it -> it.row() - it.column()));
    return parts.stream()
        .<Supplier<Raster>>map(
            it ->
                () ->
                    picture
                        .part(it.column() * wide / 2, it.row() * high / 2, wide, high)
                        .reduced(factor)
                        .stretched())
        .toList();
  }

  private static Optional<String> decoded(Raster raster) {
    var source =
        new PlanarYUVLuminanceSource(
            raster.luminance(),
            raster.width(),
            raster.height(),
            0,
            0,
            raster.width(),
            raster.height(),
            false);
    for (var bitmap :
        List.of(
            new BinaryBitmap(new HybridBinarizer(source)),
            new BinaryBitmap(new GlobalHistogramBinarizer(source)))) {
      try {
        return Optional.of(new QRCodeReader().decode(bitmap, HINTS).getText());
      } catch (ReaderException | RuntimeException e) {
        // No code here; the library also meets broken ones with whatever its arrays throw.
        continue;
      }
    }
    return Optional.empty();
  }
}
