package vn.ansinh.printing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The typefaces of what is printed: Liberation Serif, whose measures are those of Times New Roman,
 * which the rules for official documents ask for. Shipped with us, because a server has no fonts.
 */
final class Fonts {

  private static final String FAMILY = "Liberation Serif";
  private static final byte[] REGULAR = Resources.of("/printing/LiberationSerif-Regular.ttf");
  private static final byte[] BOLD = Resources.of("/printing/LiberationSerif-Bold.ttf");
  private static final byte[] ITALIC = Resources.of("/printing/LiberationSerif-Italic.ttf");
  private static final CmapLookup GLYPHS = glyphs();

  private Fonts() {}

  static void addTo(PdfRendererBuilder builder) {
    builder
        .useFont(() -> new ByteArrayInputStream(REGULAR), FAMILY, 400, FontStyle.NORMAL, true)
        .useFont(() -> new ByteArrayInputStream(BOLD), FAMILY, 700, FontStyle.NORMAL, true)
        .useFont(() -> new ByteArrayInputStream(ITALIC), FAMILY, 400, FontStyle.ITALIC, true);
  }

  /** The three files cover the same characters, so asking one is enough. */
  static boolean hasGlyph(int codePoint) {
    return GLYPHS.getGlyphId(codePoint) != 0;
  }

  private static CmapLookup glyphs() {
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(REGULAR))) {
      return font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
