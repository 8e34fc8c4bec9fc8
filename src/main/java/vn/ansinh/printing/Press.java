package vn.ansinh.printing;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import vn.ansinh.platform.Overloaded;

/**
 * Prints A4 pages that satisfy PDF/UA-1 and PDF/A-2a at once (ADR 3). The same sheet always gives
 * the same bytes.
 *
 * <p>Safe for any number of callers; no more is in print at a time than there are processors, which
 * bounds memory when many people finish together; who finds none free in ten seconds is to come
 * again.
 */
@Service
public class Press {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  private final Pages pages = new Pages();
  private final Semaphore places;
  private final Duration patience;

  @Autowired
  public Press() {
    this(new Semaphore(Runtime.getRuntime().availableProcessors(), true), PATIENCE);
  }

  /**
   * @param places for what is in print at a time
   * @param patience how long to wait for one
   */
  public Press(Semaphore places, Duration patience) {
    this.places = places;
    this.patience = patience;
    XRLog.listRegisteredLoggers().forEach(log -> XRLog.setLevel(log, Level.WARNING));
  }

  /**
   * @throws Overloaded when no place is free in time
   */
  public byte[] print(Sheet sheet) {
    return print(() -> sheet);
  }

  /**
   * For sheets that hold much: made only once there is a place for them.
   *
   * @throws Overloaded as {@link #print(Sheet)}
   */
  public byte[] print(Supplier<Sheet> sheet) {
    takePlace();
    try {
      return printed(sheet.get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      places.release();
    }
  }

  private void takePlace() {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Overloaded("print");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Overloaded("print");
    }
  }

  private byte[] printed(Sheet sheet) throws IOException {
    Parts parts = new Parts(sheet);
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .withHtmlContent(pages.html(sheet), Sheet.PARTS)
            .useUriResolver((base, uri) -> parts.has(uri) ? uri : null)
            .useProtocolsStreamImplementation(parts, Parts.SCHEME)
            .useUnicodeLineBreaker(new Lines())
            .usePdfUaAccessibility(true)
            .usePdfAConformance(PdfAConformance.PDFA_2_A)
            .useColorProfile(SRGB)
            .withProducer("AnSinh");
    Fonts.addTo(builder);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      return save(renderer.createPDFKeepOpen(), sheet);
    }
  }

  private static byte[] save(PDDocument printed, Sheet sheet) throws IOException {
    try (PDDocument document = printed;
        var out = new WipedOutput()) {
      Dates.set(document, sheet);
      document.save(out);
      return out.toByteArray();
    }
  }

  /** What is printed on the way to whoever ordered it; leaves zeros where it has been. */
  private static final class WipedOutput extends ByteArrayOutputStream {

    private static final int ROOM = 1 << 17;

    WipedOutput() {
      super(ROOM);
    }

    @Override
    public synchronized void write(int one) {
      makeRoom(1);
      super.write(one);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      makeRoom(length);
      super.write(bytes, from, length);
    }

    private void makeRoom(int length) {
      if (length > buf.length - count) {
        var old = buf;
        buf = Arrays.copyOf(old, Math.max(2 * old.length, count + length));
        Arrays.fill(old, (byte) 0);
      }
    }

    @Override
    public synchronized void close() {
      Arrays.fill(buf, (byte) 0);
    }
  }
}
