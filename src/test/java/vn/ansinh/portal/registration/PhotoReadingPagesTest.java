package vn.ansinh.portal.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.files.LabelledPhotos;
import vn.ansinh.support.PlainBrowser;

/** What the card in a photo says beside what is typed, without a script. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "ansinh.files.reading=true")
class PhotoReadingPagesTest {

  private static final String DIFFERS = "Thẻ trong ảnh ghi khác với thông tin bạn đã khai ở: ";

  @LocalServerPort int port;
  @Autowired JdbcClient sql;
  PlainBrowser browser;

  @BeforeEach
  void a_draft() {
    browser = new PlainBrowser("http://localhost:" + port);
    browser.get("/registration");
    browser.post("/registration", Map.of());
    browser.get("/registration/number");
  }

  @Test
  void what_differs_is_said_and_filled_in_when_asked_for() {
    declare("Nguyễn Thị Khác");
    upload();
    var page = shown(DIFFERS);
    assertThat(page)
        .contains(DIFFERS + "họ và tên. Hãy kiểm tra lại trước khi gửi.")
        .contains("Điền theo ảnh thẻ");
    assertThat(browser.get("/registration/review").body()).contains(DIFFERS + "họ và tên.");
    browser.get("/registration/photos?photos=true");
    assertThat(browser.post("/registration/photos/PAPER_FRONT/filling", Map.of()).statusCode())
        .isEqualTo(303);
    assertThat(browser.get("/registration/declaration").body())
        .contains("value=\"Nguyễn Thị Mẫu\"");
    assertThat(shown("khớp với thông tin đã khai")).doesNotContain(DIFFERS);
    assertThat(browser.get("/registration/review").body()).doesNotContain(DIFFERS);
  }

  /** As a worker without Tesseract leaves it. */
  @Test
  void where_lines_cannot_be_read_the_applicant_is_told_that_an_officer_looks() {
    send("PAPER_BACK");
    shown("chip good");
    Awaitility.await()
        .until(
            () ->
                sql.sql(
                            """
                            update files.reading set lines = 'UNABLE', content = null
                            where file_id = (select id from files.file order by id desc limit 1)
                            """)
                        .update()
                    == 1);
    assertThat(browser.get("/registration/photos?photos=true").body())
        .contains("không tự đọc ba dòng chữ ở mặt sau thẻ; cán bộ sẽ xem trực tiếp trong ảnh");
  }

  /** The page itself waits for what is being read. */
  private String shown(String words) {
    for (int tries = 0; tries < 60; tries++) {
      var body = browser.get("/registration/photos?photos=true").body();
      if (body.contains(words)) {
        return body;
      }
    }
    throw new AssertionError("the page does not say: " + words);
  }

  private void upload() {
    send("PAPER_FRONT");
  }

  private void send(String kind) {
    browser.get("/registration/photos?photos=true");
    assertThat(
            browser
                .upload(
                    "/registration/photos/" + kind,
                    "photo",
                    "front.jpg",
                    LabelledPhotos.frontOfSpecimen())
                .statusCode())
        .isEqualTo(303);
  }

  private void declare(String name) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("fullName", name);
    fields.put("birth.day", "15");
    fields.put("birth.month", "1");
    fields.put("birth.year", "1990");
    fields.put("sex", "FEMALE");
    fields.put("paperKind", "CITIZEN_CARD");
    fields.put("paperNumber", "079190000017");
    fields.put("go", "back");
    browser.get("/registration/declaration");
    browser.post("/registration/declaration", fields);
  }
}
