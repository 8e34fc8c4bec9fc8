package vn.ansinh.files;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The brands in the {@code ftyp} box by which an HEIC or HEIF file introduces itself. */
final class HeicBrands {

  private static final Set<String> BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1");
  private static final int MOST_BRANDS = 32;

  private HeicBrands() {}

  static boolean startsLike(byte[] bytes) {
    if (bytes.length < 12 || !word(bytes, 4).equals("ftyp")) {
      return false;
    }
    for (int at = 8; at + 4 <= Math.min(bytes.length, 8 + 4 * MOST_BRANDS); at += 4) {
      if (BRANDS.contains(word(bytes, at))) {
        return true;
      }
    }
    return false;
  }

  private static String word(byte[] bytes, int at) {
    return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
  }
}
