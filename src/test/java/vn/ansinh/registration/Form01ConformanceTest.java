package vn.ansinh.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.printing.Press;

class Form01ConformanceTest {

  private final Form01Documents documents = new Form01Documents(new Press());

  static Stream<Map.Entry<String, Form01>> forms() {
    var withoutImages = Form01Fixtures.builder();
    withoutImages.images = null;
    withoutImages.socialInsuranceNumber = null;
    withoutImages.email = null;
    var passport = Form01Fixtures.builder();
    passport.paper = new IdentityPaper(PaperKind.PASSPORT, "C1234567");
    passport.images = new Form01.PaperImages(Form01Fixtures.card(Color.GRAY, 600), null);
    passport.place = new Form01.Place.IvanProvider("Nhà cung cấp Ví Dụ");
    var broken = Form01Fixtures.builder();
    byte[] whole = Form01Fixtures.card(Color.GRAY, 600);
    broken.images = new Form01.PaperImages(Arrays.copyOf(whole, 400), Form01Fixtures.grey());
    return Stream.of(
        Map.entry("long names and images", Form01Fixtures.longNames()),
        Map.entry("no images, nothing optional", withoutImages.build()),
        Map.entry("one image, I-VAN", passport.build()),
        Map.entry("a broken image and a grey one", broken.build()),
        Map.entry("stopping", Form01Fixtures.ofStopping("Lý do khác", "Tôi ra nước ngoài.")),
        Map.entry(
            "hostile note", Form01Fixtures.ofStopping("x", "Ệ<b>\u202E\uD83D\uDE00".repeat(200))),
        Map.entry("adjusting", Form01Fixtures.ofAdjusting("Nguyễn Thị Thu Hương")),
        Map.entry(
            "hostile change",
            Form01Fixtures.ofAdjusting("Ệ<script>\u202E\uD83D\uDE00${7*7}".repeat(200))),
        Map.entry("hostile text", Form01Fixtures.hostile(10_000)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void every_form_satisfies_pdf_ua_1_and_pdf_a_2a(Map.Entry<String, Form01> form) throws Exception {
    byte[] pdf = documents.render(form.getValue());

    assertThat(PdfConformance.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    assertThat(PdfConformance.violations(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
  }

  @Test
  void the_validator_notices_a_missing_language() throws Exception {
    byte[] pdf = documents.render(Form01Fixtures.ofOldAddress());
    try (PDDocument document = Loader.loadPDF(pdf)) {
      document.getDocumentCatalog().setLanguage(null);
      var out = new ByteArrayOutputStream();
      document.save(out);
      assertThat(PdfConformance.violations(out.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
    }
  }

  @Test
  void it_names_its_language_and_title_and_carries_its_fonts() throws Exception {
    try (PDDocument document = Loader.loadPDF(documents.render(Form01Fixtures.ofOldAddress()))) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi-VN");
      assertThat(document.getDocumentInformation().getTitle()).contains("F01-7K3M-9QXD");
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).isTrue();
          assertThat(font.getName()).matches("[A-Z]{6}\\+LiberationSerif.*");
        }
      }
    }
  }

  @Test
  void without_images_it_weighs_at_most_300_kilobytes() {
    var form = Form01Fixtures.builder();
    form.images = null;
    assertThat(documents.render(form.build())).hasSizeLessThanOrEqualTo(300_000);
  }

  @Test
  void images_are_carried_as_they_are() {
    var form = Form01Fixtures.builder();
    form.images = null;
    int bare = documents.render(form.build()).length;
    byte[] front = Form01Fixtures.noise(1600);
    form.images = new Form01.PaperImages(front, null);

    assertThat(documents.render(form.build()).length - bare)
        .isBetween(front.length, front.length + 10_000);
  }
}
