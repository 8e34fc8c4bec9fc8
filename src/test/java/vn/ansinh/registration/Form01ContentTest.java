package vn.ansinh.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import vn.ansinh.printing.Press;

class Form01ContentTest {

  // Patient, so that a crowd's turn comes on a busy machine too; PressTest has the impatience.
  private final Form01Documents documents =
      new Form01Documents(new Press(new Semaphore(2, true), Duration.ofMinutes(10)));

  @Test
  void it_says_everything_the_decree_asks_for_in_reading_order() throws Exception {
    String text = read(Form01Fixtures.ofOldAddress());

    assertThat(text)
        .containsSubsequence(
            "Mẫu số 01",
            "(Ban hành kèm theo Nghị định số 166/2016/NĐ-CP ngày 24 tháng 12 năm 2016 của Chính phủ)",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Mã tờ khai F01-7K3M-9QXD",
            "TỜ KHAI Đăng ký sử dụng, điều chỉnh thông tin và ngừng sử dụng phương thức giao dịch điện tử trong lĩnh vực bảo hiểm xã hội",
            "X Đăng ký sử dụng Điều chỉnh thông tin Ngừng sử dụng",
            "Kính gửi: Bảo hiểm xã hội Quận 7",
            "1. Tên cơ quan/tổ chức/cá nhân: Nguyễn Thị Thu Hường",
            "2. Mã số bảo hiểm xã hội: 7912345678",
            "3. Số CMND/Hộ chiếu/Căn cước: 079190001234 (căn cước)",
            "4. Địa chỉ liên hệ: 79 - Thành phố Hồ Chí Minh 778 - Quận 7 27487 - Phường Tân Phú",
            "Thôn/số nhà, đường phố: Số 12 đường Hoàng Quốc Việt",
            "Đơn vị hành chính từ ngày 01/7/2025: Phường Tân Mỹ, Thành phố Hồ Chí Minh",
            "Người liên hệ: Nguyễn Thị Thu Hường",
            "5. Chứng thư số (*):",
            "Số chứng thư số (*):",
            "Tên tổ chức chứng thực chữ ký số (*):",
            "Thời hạn (*): từ ngày đến ngày",
            "6. X Cá nhân tôi không có chứng thư số (không điền mục (*)), đề nghị cấp mã xác thực giao dịch điện tử theo e-mail hoặc số điện thoại dưới đây",
            "7. Địa chỉ thư điện tử: huong.nguyen@thu.example.vn X Gửi/nhận tờ khai qua thư điện tử",
            "8. Điện thoại di động: 0352 153 000",
            "9. Theo Nghị định số 166/2016/NĐ-CP ngày 24 tháng 12 năm 2016 của Chính phủ, cơ quan/tổ chức/cá nhân tôi có đủ các điều kiện sử dụng phương thức giao dịch điện tử. Cơ quan/tổ chức/cá nhân tôi đăng ký, điều chỉnh thông tin và ngừng sử dụng phương thức giao dịch điện tử trong lĩnh vực bảo hiểm xã hội với cơ quan Bảo hiểm xã hội như sau:",
            "10. Đăng ký sử dụng phương thức giao dịch điện tử trong lĩnh vực Bảo hiểm xã hội từ ngày 01 tháng 12 năm 2026",
            "11. Đăng ký giao dịch tại: X Cổng thông tin điện tử của Bảo hiểm xã hội Việt Nam Tổ chức I-VAN",
            "12. Cơ quan/tổ chức/cá nhân tôi cam kết hoàn toàn chịu trách nhiệm trước pháp luật về tính chính xác, trung thực của nội dung nêu trên và thực hiện giao dịch điện tử trong lĩnh vực bảo hiểm xã hội theo đúng quy định của pháp luật.",
            "13. Cơ quan bảo hiểm xã hội tiếp nhận: [07919] Bảo hiểm xã hội Quận 7",
            "14. Hình thức nộp hồ sơ: Tại nhà thông qua dịch vụ bưu chính công ích (Cước dịch vụ bưu chính công ích do cá nhân tự trả khi gửi hồ sơ) X Tại nơi tiếp nhận hồ sơ theo quy định của Bảo hiểm Xã hội Việt Nam Thông qua người sử dụng lao động Trực tuyến, kèm ảnh giấy tờ",
            "15. Địa chỉ cơ quan: Số 1 đường Ví Dụ, Quận 7, Thành phố Hồ Chí Minh",
            "Số điện thoại: 028 5555 0100",
            "Giờ làm việc: Thứ Hai đến thứ Sáu, 7:30–11:30 và 13:00–17:00",
            "ngày 21 tháng 11 năm 2026",
            "NGƯỜI ĐĂNG KÝ (Ký, ghi rõ họ tên) Nguyễn Thị Thu Hường",
            "Ảnh giấy tờ tùy thân",
            "Mặt trước",
            "Mặt sau",
            "10 ngày kể từ ngày kê khai, chậm nhất là ngày 01/12/2026");
    assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
  }

  @Test
  void to_stop_it_says_why_from_when_and_until_when_it_can_be_taken_back() throws Exception {
    String text = read(Form01Fixtures.ofStopping("Lý do khác", "Tôi ra nước ngoài."));

    assertThat(text)
        .containsSubsequence(
            "Đăng ký sử dụng Điều chỉnh thông tin X Ngừng sử dụng",
            "10. Ngừng sử dụng phương thức giao dịch điện tử trong lĩnh vực Bảo hiểm xã hội từ ngày 01 tháng 12 năm 2026",
            "Lý do: Lý do khác",
            "Nội dung bổ sung: Tôi ra nước ngoài.",
            "X Trực tuyến, xác nhận bằng mã xác thực",
            "NGƯỜI KHAI",
            "ngừng sử dụng từ 10:15 01/12/2026")
        .doesNotContain("10 ngày kể từ ngày kê khai");
  }

  @Test
  void to_adjust_it_lists_old_and_new_from_which_day_and_why() throws Exception {
    String text = read(Form01Fixtures.ofAdjusting("Nguyễn Thị Thu Hương"));

    assertThat(text)
        .containsSubsequence(
            "Đăng ký sử dụng X Điều chỉnh thông tin Ngừng sử dụng",
            "10. Điều chỉnh thông tin sử dụng phương thức giao dịch điện tử trong lĩnh vực Bảo hiểm xã hội từ ngày 01 tháng 12 năm 2026",
            "Họ và tên: từ Nguyễn Thị Thu Hường thành Nguyễn Thị Thu Hương",
            "Người liên hệ: từ (chưa có) thành Nguyễn Thị Thu Hương",
            "Lý do: Lý do khác",
            "X Trực tuyến, xác nhận bằng mã xác thực",
            "NGƯỜI KHAI",
            "sớm nhất từ ngày 01/12/2026")
        .doesNotContain("10 ngày kể từ ngày kê khai");
  }

  @Test
  void a_worker_hands_it_to_the_employer_and_others_to_the_office() throws Exception {
    var worker = Form01Fixtures.builder();
    worker.copy = Form01.Copy.EMPLOYER;
    worker.submission = Form01.SubmissionMode.THROUGH_EMPLOYER;

    assertThat(read(worker.build()))
        .contains("Bản nộp người sử dụng lao động", "X Thông qua người sử dụng lao động")
        .contains("rồi nộp cho người sử dụng lao động để đơn vị chuyển đến Bảo hiểm xã hội Quận 7")
        .doesNotContain("Bản nộp cơ quan BHXH");
    assertThat(read(Form01Fixtures.ofOldAddress()))
        .contains("Bản nộp cơ quan BHXH", "rồi nộp tại Bảo hiểm xã hội Quận 7")
        .doesNotContain("nộp cho người sử dụng lao động");
  }

  @Test
  void by_post_and_online_have_their_own_instructions() throws Exception {
    var form = Form01Fixtures.builder();
    form.submission = Form01.SubmissionMode.BY_PUBLIC_POST;
    assertThat(read(form.build()))
        .contains("X Tại nhà thông qua dịch vụ bưu chính công ích")
        .contains("rồi gửi đến Bảo hiểm xã hội Quận 7 qua dịch vụ bưu chính công ích");
    form.submission = Form01.SubmissionMode.ONLINE;
    assertThat(read(form.build()))
        .contains("X Trực tuyến, kèm ảnh giấy tờ")
        .contains("đã được gửi trực tuyến đến Bảo hiểm xã hội Quận 7");
  }

  @Test
  void an_i_van_provider_is_named_and_what_is_absent_stays_a_dotted_line() throws Exception {
    var form = Form01Fixtures.builder();
    form.place = new Form01.Place.IvanProvider("Công ty Ví Dụ");
    form.socialInsuranceNumber = null;
    form.email = null;
    form.images = null;

    assertThat(read(form.build()))
        .contains("Bảo hiểm xã hội Việt Nam X Tổ chức I-VAN: Công ty Ví Dụ")
        .contains("2. Mã số bảo hiểm xã hội: 3. Số CMND")
        .contains("7. Địa chỉ thư điện tử: Gửi/nhận tờ khai")
        .doesNotContain("Ảnh giấy tờ tùy thân");
  }

  @Test
  void the_qr_gives_the_code_back_from_the_printed_page() throws Exception {
    try (PDDocument document = Loader.loadPDF(documents.render(Form01Fixtures.ofOldAddress()))) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
      assertThat(scan(page)).isEqualTo("ANSINH:F01:F01-7K3M-9QXD");
    }
  }

  @Test
  void what_people_type_is_text_and_never_markup() throws Exception {
    var form = Form01Fixtures.builder();
    form.fullName = "Trần <script>alert(1)</script> & \"An\" 'B' ${1+1} </li>";
    assertThat(read(form.build())).contains("nhân: " + form.fullName + " 2. Mã số");
  }

  @Test
  void ten_thousand_characters_without_a_space_break_into_lines_and_pages() throws Exception {
    try (PDDocument document = Loader.loadPDF(documents.render(Form01Fixtures.hostile(10_000)))) {
      assertThat(document.getNumberOfPages()).isGreaterThan(4);
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        assertThat(inkBeyondTheRightMargin(document, page)).as("page %d", page + 1).isFalse();
      }
    }
  }

  @Test
  void letters_of_the_highland_languages_are_printed() throws Exception {
    var form = Form01Fixtures.builder();
    form.fullName = "H'Bia Niê Kdăm Ayŭn Êban Ƀlô Y Ksơ\u0306r";
    assertThat(Normalizer.normalize(read(form.build()), Normalizer.Form.NFC))
        .contains("H'Bia Niê Kdăm Ayŭn Êban Ƀlô Y Ksơ\u0306r");
  }

  @Test
  void the_same_form_gives_the_same_bytes_however_many_are_printed_at_once() throws Exception {
    byte[] alone = documents.render(Form01Fixtures.ofOldAddress());
    List<Callable<byte[]>> crowd =
        Stream.generate(
                () -> (Callable<byte[]>) () -> documents.render(Form01Fixtures.ofOldAddress()))
            .limit(4)
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<byte[]> printed : threads.invokeAll(crowd)) {
        assertThat(printed.get()).isEqualTo(alone);
      }
    }
  }

  @Test
  void a_picture_that_is_no_jpeg_is_refused() {
    assertThatThrownBy(
            () -> new Form01.PaperImages("%PDF".getBytes(StandardCharsets.US_ASCII), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** As a screen reader meets it: by structure, in one line. */
  private String read(Form01 form) throws Exception {
    try (PDDocument document = Loader.loadPDF(documents.render(form))) {
      return TaggedText.of(document);
    }
  }

  private static String scan(BufferedImage page) throws Exception {
    int width = page.getWidth();
    int height = page.getHeight();
    int[] pixels = page.getRGB(0, 0, width, height, null, 0, width);
    var source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  private static boolean inkBeyondTheRightMargin(PDDocument document, int page) throws Exception {
    BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(page, 72);
    for (int x = picture.getWidth() - 40; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        if ((picture.getRGB(x, y) & 0xFF) < 0x80) {
          return true;
        }
      }
    }
    return false;
  }
}
