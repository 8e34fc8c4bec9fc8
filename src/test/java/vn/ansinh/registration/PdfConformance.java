package vn.ansinh.registration;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Asks veraPDF, the reference validator of the PDF Association. */
public final class PdfConformance {

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private PdfConformance() {}

  public static List<String> violations(byte[] pdf, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .map(PdfConformance::describe)
          .distinct()
          .toList();
    }
  }

  private static String describe(TestAssertion failed) {
    return failed.getRuleId().getClause() + " " + failed.getMessage();
  }
}
