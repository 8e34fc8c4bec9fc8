package vn.ansinh.registration;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.PaperKind;

/** Declarations of invented people. */
final class Form01Fixtures {

  private Form01Fixtures() {}

  static Form01 ofOldAddress() {
    return builder().build();
  }

  static Builder builder() {
    return new Builder();
  }

  static Form01 ofStopping(String reason, String note) {
    var form = builder();
    form.images = null;
    form.submission = Form01.SubmissionMode.ONLINE;
    form.purpose = new Form01.Purpose.Stop(reason, note, Instant.parse("2026-12-01T03:15:00Z"));
    return form.build();
  }

  static Form01 ofAdjusting(String text) {
    var form = builder();
    form.images = null;
    form.submission = Form01.SubmissionMode.ONLINE;
    form.purpose =
        new Form01.Purpose.Adjust(
            List.of(
                new Form01.Change("Họ và tên", "Nguyễn Thị Thu Hường", text),
                new Form01.Change("Người liên hệ", "", text)),
            "Lý do khác",
            text);
    return form.build();
  }

  static Form01 longNames() {
    var form = builder();
    form.fullName =
        "Công Tằng Tôn Nữ Nguyễn Phước Thuỵ Khuê Phương Thảo Quỳnh Nghiễm Ngưỡng Ảnh Ý Nhi";
    form.contactPerson = form.fullName;
    form.email =
        "cong.tang.ton.nu.nguyen.phuoc.thuy.khue.phuong.thao.quynh@phong.giao.dich.example.vn";
    form.address =
        new Form01.Address(
            List.of(
                new Form01.Unit("77", "Tỉnh Bà Rịa - Vũng Tàu"),
                new Form01.Unit("748", "Huyện Xuyên Mộc Đường Ngưỡng Thượng"),
                new Form01.Unit("26632", "Thị trấn Phước Bửu Nghiễm Khuếch Ưỡng Thuận")),
            "Căn hộ B12.08, tòa nhà Hưng Vượng Thịnh Đạt, số 1234/56/7 đường Nguyễn Đình Chiểu nối"
                + " dài, tổ 15, khu phố Phước Thuận, ấp Thạnh Sơn 2A",
            "Xã Xuyên Mộc, Thành phố Hồ Chí Minh");
    form.place =
        new Form01.Place.IvanProvider(
            "Công ty trách nhiệm hữu hạn một thành viên Dịch vụ Giao dịch điện tử Ví Dụ Việt Nam");
    form.office =
        new Form01.ReceivingOffice(
            "07748",
            "Bảo hiểm xã hội liên huyện Xuyên Mộc - Đất Đỏ - Long Điền tỉnh Bà Rịa - Vũng Tàu",
            "Số 100 đường Ví Dụ, khu phố Phước Tiến, thị trấn Phước Bửu, huyện Xuyên Mộc, tỉnh Bà Rịa - Vũng Tàu",
            "0254 555 0100 – 0254 555 0101",
            "Thứ Hai đến thứ Sáu, 7:30–11:30 và 13:00–17:00; sáng thứ Bảy, 7:30–11:00");
    return form.build();
  }

  /** Text of this length in every field a person can type, of the kinds that break printers. */
  static Form01 hostile(int length) {
    String unit =
        "<script>alert('Ệ')</script>&amp;]]>\u202Eđảo\u200F\uD83D\uDE00\uD83D\uDC68\u200D\uD83D\uDC69"
            + "\uD83C\uDFFD\u0007\uD800\uFFFF\u05D0\u0639\u4E2D\u0301\u0338a\u0301\u0302\u0303\u0304\uE000\uFEFF"
            + "\u00AD\u2028${7*7}%s";
    String text = unit.repeat(length / unit.length() + 1).substring(0, length);
    var form = builder();
    form.fullName = "\u0338\u0301" + text;
    form.contactPerson = "W".repeat(length);
    form.email = text;
    form.socialInsuranceNumber = text;
    form.address =
        new Form01.Address(
            List.of(new Form01.Unit("79", text), new Form01.Unit("26632", "Ưỡ".repeat(200))),
            "nghiêng ".repeat(length / 8),
            text);
    form.place = new Form01.Place.IvanProvider("\u0338" + text);
    return form.build();
  }

  /** A picture that does not compress, of about the size a camera gives. */
  static byte[] noise(int width) {
    BufferedImage picture = new BufferedImage(width, width * 54 / 86, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, random.nextInt());
      }
    }
    return jpeg(picture);
  }

  /** A picture with the proportions of an identity card. */
  static byte[] card(Color paint, int width) {
    BufferedImage picture = new BufferedImage(width, width * 54 / 86, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(paint);
    pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    pen.setColor(Color.WHITE);
    pen.fillRect(width / 12, width / 6, width / 4, width / 3);
    for (int line = 0; line < 6; line++) {
      pen.fillRect(width * 5 / 12, width / 6 + line * width / 16, width / 2, width / 40);
    }
    pen.dispose();
    return jpeg(picture);
  }

  static byte[] grey() {
    return jpeg(new BufferedImage(860, 540, BufferedImage.TYPE_BYTE_GRAY));
  }

  private static byte[] jpeg(BufferedImage picture) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpeg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static final class Builder {
    String fullName = "Nguyễn Thị Thu Hường";
    @Nullable String socialInsuranceNumber = "7912345678";
    Form01.Address address =
        new Form01.Address(
            List.of(
                new Form01.Unit("79", "Thành phố Hồ Chí Minh"),
                new Form01.Unit("778", "Quận 7"),
                new Form01.Unit("27487", "Phường Tân Phú")),
            "Số 12 đường Hoàng Quốc Việt",
            "Phường Tân Mỹ, Thành phố Hồ Chí Minh");
    String contactPerson = "Nguyễn Thị Thu Hường";
    @Nullable String email = "huong.nguyen@thu.example.vn";
    Form01.Place place = new Form01.Place.Portal();
    Form01.Applicant applicant = Form01.Applicant.PERSON;
    IdentityPaper paper = new IdentityPaper(PaperKind.CITIZEN_CARD, "079190001234");
    Form01.ReceivingOffice office =
        new Form01.ReceivingOffice(
            "07919",
            "Bảo hiểm xã hội Quận 7",
            "Số 1 đường Ví Dụ, Quận 7, Thành phố Hồ Chí Minh",
            "028 5555 0100",
            "Thứ Hai đến thứ Sáu, 7:30–11:30 và 13:00–17:00");
    Form01.SubmissionMode submission = Form01.SubmissionMode.AT_DESK;
    Form01.@Nullable PaperImages images =
        new Form01.PaperImages(card(new Color(0x2F6F8F), 900), card(new Color(0x8F5F2F), 900));
    Form01.Copy copy = Form01.Copy.OFFICE;
    Form01.Purpose purpose = new Form01.Purpose.Register();

    Form01 build() {
      return new Form01(
          "F01-7K3M-9QXD",
          LocalDate.of(2026, 11, 21),
          purpose,
          applicant,
          fullName,
          socialInsuranceNumber,
          paper,
          address,
          contactPerson,
          email,
          "0352 153 000",
          LocalDate.of(2026, 12, 1),
          place,
          office,
          submission,
          email != null,
          images,
          copy,
          LocalDate.of(2026, 12, 1));
    }
  }
}
