package vn.ansinh.registration;

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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import vn.ansinh.platform.Overloaded;

/**
 * Prints Form 01 as A4 pages that satisfy PDF/UA-1 and PDF/A-2a at once. The same form always gives
 * the same bytes, so the copy shown, the copy downloaded and the copy sent are one document.
 *
 * <p>Safe for any number of callers; no more forms are in print at a time than there are
 * processors, which bounds memory when many people finish together; who finds none free in ten
 * seconds is to come again.
 */
@Service
class Form01Documents {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  private final Form01Pages pages = new Form01Pages();
  private final Semaphore presses;
  private final Duration patience;

  @Autowired
  Form01Documents() {
    this(new Semaphore(Runtime.getRuntime().availableProcessors(), true), PATIENCE);
  }

  Form01Documents(Semaphore presses, Duration patience) {
    this.presses = presses;
    this.patience = patience;
    XRLog.listRegisteredLoggers().forEach(log -> XRLog.setLevel(log, Level.WARNING));
  }

  /**
   * @throws Overloaded when no press is free in time
   */
  byte[] render(Form01 form) {
    takePress();
    try {
      return print(form);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      presses.release();
    }
  }

  private void takePress() {
    try {
      if (!presses.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Overloaded("print Form 01");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Overloaded("print Form 01");
    }
  }

  private byte[] print(Form01 form) throws IOException {
    Form01Resources resources = new Form01Resources(form);
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .withHtmlContent(pages.html(form), Form01Resources.BASE)
            .useUriResolver((base, uri) -> resources.has(uri) ? uri : null)
            .useProtocolsStreamImplementation(resources, Form01Resources.SCHEME)
            .useUnicodeLineBreaker(new Form01Lines())
            .usePdfUaAccessibility(true)
            .usePdfAConformance(PdfAConformance.PDFA_2_A)
            .useColorProfile(SRGB)
            .withProducer("AnSinh");
    Form01Fonts.addTo(builder);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      return save(renderer.createPDFKeepOpen(), form);
    }
  }

  private static byte[] save(PDDocument printed, Form01 form) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 17);
    try (PDDocument document = printed) {
      Form01Dates.set(document, form);
      document.save(out);
    }
    return out.toByteArray();
  }
}
