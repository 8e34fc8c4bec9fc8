package vn.ansinh.portal.mydata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.ansinh.datarights.Downloading;
import vn.ansinh.datarights.Downloads;
import vn.ansinh.datarights.Held;
import vn.ansinh.datarights.TakenData;
import vn.ansinh.files.Files;
import vn.ansinh.platform.PersonalTable;
import vn.ansinh.platform.PersonalTables;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Field;
import vn.ansinh.registration.PdfConformance;
import vn.ansinh.review.FileNotes;
import vn.ansinh.staff.Role;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestStaff;
import vn.ansinh.web.Texts;

/** All data of somebody on paper. */
@LetterBoxTest
class HeldDocumentTest {

  static final Locale VI = Texts.VIETNAMESE;
  static final String HOSTILE = "</p><script>alert(1)</script> \uD83D\uDE00 \u202E{0}";

  @Autowired HeldDocument document;
  @Autowired Downloads downloads;
  @Autowired Declarations declarations;
  @Autowired FileNotes notes;
  @Autowired Files files;
  @Autowired Applicants applicants;
  @Autowired TestStaff staff;
  @Autowired List<PersonalTables> modules;
  @Autowired Texts texts;

  Applicants.Known lan;
  Held held;

  @BeforeEach
  void somebody_whose_declaration_was_approved() {
    lan = applicants.known();
    var an = staff.officer(staff.provincialOffice(), Role.REVIEWER);
    var file =
        applicants
            .confirmingPhones()
            .submitted(Applicants.typing(Applicants.stranger(), Field.OFFICE_CODE, an.officeCode()))
            .id();
    notes.note(file, HOSTILE, an);
    files.safety(declarations.find(file).orElseThrow().photos().ids(), Duration.ofSeconds(30));
    declarations.recordPaperReceipt(file, an.id());
    declarations.startReview(file, an.id());
    declarations.approve(
        file, declarations.find(file).orElseThrow().version(), an.id(), lan.person());
    held = ((Downloading.Granted) TakenData.of(downloads, lan.person())).held();
  }

  @Test
  void in_both_languages_it_satisfies_pdf_ua_1_and_pdf_a_2a() throws Exception {
    for (var language : List.of(VI, Texts.ENGLISH)) {
      var pdf = document.print(held, language);
      assertThat(PdfConformance.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
      assertThat(PdfConformance.violations(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    }
  }

  @Test
  void it_says_what_is_held_and_shows_the_pictures() throws Exception {
    try (var pdf = Loader.loadPDF(document.print(held, VI))) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
          .contains("Dữ liệu cá nhân đang được lưu giữ")
          .contains("Họ và tên: " + lan.details().fullName())
          .contains("Mã số BHXH: " + lan.details().socialInsuranceNumber())
          .contains("Ghi chú của cán bộ", "<script>alert(1)</script> □ □{0}")
          .contains("Ai đã xem dữ liệu của tôi", "Chấp thuận tờ khai của bạn")
          .contains("Ảnh chân dung", "Mặt trước giấy tờ");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("vi-VN");
    }
  }

  @Test
  void no_word_of_the_machine_is_left_on_it() {
    for (var language : List.of(VI, Texts.ENGLISH)) {
      var lines =
          document.paper(held, List.of(), language).sections().stream()
              .flatMap(it -> it.entries().stream())
              .flatMap(it -> it.lines().stream())
              .toList();
      assertThat(lines).hasSizeGreaterThan(40);
      assertThat(lines)
          .extracting(HeldPaper.Line::label)
          .allSatisfy(it -> assertThat(it).doesNotContain("_").matches("(?U)[A-ZĐ].*"));
      assertThat(lines)
          .extracting(HeldPaper.Line::value)
          .allSatisfy(it -> assertThat(it).doesNotMatch("[A-Z]+(_[A-Z]+)+").doesNotContain("T00:"));
    }
  }

  @Test
  void every_table_and_column_has_its_words() {
    for (var language : List.of(VI, Texts.ENGLISH)) {
      for (var table : modules.stream().flatMap(it -> it.personalTables().stream()).toList()) {
        assertThat(title(table, language)).as(table.name()).isTrue();
        assertThat(table.columns())
            .filteredOn(it -> !HeldLines.TRANSPARENT.contains(it))
            .allSatisfy(
                it -> assertThat(texts.find(language, "mydata.field." + it)).as(it).isPresent());
        assertThat(table.pictures())
            .allSatisfy(it -> assertThat(texts.find(language, "mydata.field." + it)).isPresent());
      }
    }
  }

  private boolean title(PersonalTable table, Locale language) {
    var key = "mydata.table." + table.name();
    return texts.find(language, key).isPresent()
        || texts.find(language, key + "." + table.keys().getLast()).isPresent();
  }
}
