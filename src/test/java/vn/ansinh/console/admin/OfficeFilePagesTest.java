package vn.ansinh.console.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.audit.Actor;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.imports.HeldFiles;
import vn.ansinh.imports.OfficeExport;
import vn.ansinh.imports.OfficeImport;
import vn.ansinh.support.TestClock;

class OfficeFilePagesTest extends Administrating {

  private static final String FILE = "/console/admin/offices/file";
  private static final String HEADER = "code,name,parent_code,open_from\n";

  @Autowired Offices offices;
  @Autowired OfficeExport exports;
  @Autowired OfficeImport imports;
  @Autowired HeldFiles held;
  @Autowired TestClock clock;

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void a_good_file_is_looked_at_then_imported_once() {
    var code = newCode();
    var window = administrator();
    var preview = location(upload(window, FILE, HEADER + code + ",BHXH Mới,079,2025-07-01\n"));
    assertThat(window.open(preview)).bodyText().contains("Cả 1 dòng đều dùng được", "Nhập tất cả");
    assertThat(offices.find(code)).isEmpty();
    assertThat(location(window.send(preview, "rows", "all")))
        .isEqualTo(FILE + "?done=written&added=1&changed=0&left=0");
    assertThat(offices.open(code)).isPresent();
    assertThat(audited("OFFICE_ADDED", code)).isEqualTo(1);
    assertThat(location(window.send(preview, "rows", "all"))).isEqualTo(FILE + "?done=gone");
    assertThat(window.open(FILE + "?done=gone")).bodyText().contains("Tệp không còn được giữ");
    assertThat(window.open(FILE + "?done=written&added=1&changed=0&left=2"))
        .bodyText()
        .contains("thêm 1, sửa 0 cơ quan; bỏ qua 2 dòng");
  }

  @Test
  void a_bad_row_keeps_all_out_until_the_good_ones_are_asked_for() {
    var code = newCode();
    var window = administrator();
    var file = HEADER + code + ",BHXH Mới,079,2025-07-01\n7919,Sai,079,31/02/2025\n";
    var preview = location(upload(window, FILE, file));
    assertThat(window.open(preview))
        .bodyText()
        .contains("Có 1 chỗ cần sửa", "31/02/2025", "Chỉ nhập 1 dòng đúng")
        .doesNotContain("Nhập tất cả");
    assertThat(window.open(preview + "/problems.csv"))
        .hasHeader("Content-Disposition", "attachment; filename=\"problems.csv\"")
        .bodyText()
        .contains("3,open_from,31/02/2025");
    assertThat(window.send(preview)).hasStatus(422);
    assertThat(offices.find(code)).isEmpty();
    assertThat(location(window.send(preview, "rows", "good"))).contains("added=1", "left=1");
    assertThat(offices.find(code)).isPresent();
  }

  @Test
  void what_is_exported_changes_nothing_when_imported_again() {
    var window = administrator();
    assertThat(window.open(FILE + "/offices.csv"))
        .hasStatusOk()
        .bodyText()
        .contains("07919,BHXH Quận 7,079");
    var report =
        imports.run(
            new ByteArrayInputStream(exports.under(Office.ROOT)),
            OfficeImport.Keep.NOTHING,
            Actor.SYSTEM);
    assertThat(report.problems()).isEmpty();
    assertThat(report.added() + report.changed()).isZero();
    assertThat(report.unchanged()).isGreaterThan(63);
  }

  @Test
  void the_template_is_refused_until_its_example_is_replaced() {
    var window = administrator();
    assertThat(window.open(FILE + "/template.csv")).bodyText().contains("successor_code");
    var preview = location(upload(window, FILE, exports.template()));
    assertThat(window.open(preview))
        .bodyText()
        .contains("00000 00001")
        .doesNotContain("value=\"good\"");
  }

  @Test
  void files_that_are_none_are_refused_in_words() {
    var window = administrator();
    assertThat(upload(window, FILE, "")).hasStatus(422).bodyText().contains("chọn một tệp CSV");
    assertThat(window.send(FILE)).hasStatus(422);
    assertThat(upload(window, FILE, new byte[5 * 1024 * 1024 + 1]))
        .hasStatus(422)
        .bodyText()
        .contains("lớn hơn 5 MB");
    var hostile =
        List.of(
            "\u0000\u0000\u0000",
            HEADER + "\u0000,\u0000,\u0000,\u0000\n",
            HEADER + "03001,a\u0000b,0\u00009,2025-07-01\n",
            HEADER + LONG + "," + LONG + "," + LONG + "," + LONG + "\n",
            HEADER + "03001,Xa,079,+999999999-01-01\n",
            HEADER + "03001,\"chưa đóng,079,2025-07-01\n",
            "tên lạ\nx\n");
    for (var content : hostile) {
      var preview = location(upload(window, FILE, content));
      assertThat(window.open(preview)).hasStatusOk().bodyText().contains("chỗ cần sửa");
    }
    var latin = "code,name\n07919,Quân\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(window.open(location(upload(window, FILE, latin)))).bodyText().contains("UTF-8");
  }

  @Test
  void a_file_is_held_for_its_administrator_alone_and_not_for_long() {
    var window = administrator();
    var preview = location(upload(window, FILE, HEADER));
    assertThat(location(administrator().open(preview))).endsWith("?done=gone");
    assertThat(window.open(preview)).hasStatusOk();
    var next = location(upload(window, FILE, HEADER));
    assertThat(location(window.open(preview))).endsWith("?done=gone");
    assertThat(window.open(FILE + "/" + UUID.randomUUID() + "/problems.csv")).hasStatus(404);
    clock.advance(Duration.ofHours(2).plusSeconds(1));
    held.sweep();
    var id = UUID.fromString(next.substring(next.lastIndexOf('/') + 1));
    assertThat(
            sql.sql("select count(*) from imports.held_file where file_id = ?")
                .param(id)
                .query(Long.class)
                .single())
        .isZero();
    clock.reset();
    assertThat(location(window.open(next))).endsWith("?done=gone");
  }

  @Test
  void what_is_held_is_sealed() {
    upload(administrator(), FILE, HEADER + "bí mật");
    var stored =
        sql.sql("select content from imports.held_file order by file_id desc limit 1")
            .query(byte[].class)
            .single();
    assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("parent_code");
  }

  @Test
  void rows_of_other_offices_are_refused() {
    var province = staff.provincialOffice();
    var below = newCode();
    var window = administratorOf(province);
    var file =
        HEADER
            + below
            + ",BHXH Dưới,"
            + province
            + ",2025-07-01\n07919,Chiếm,"
            + province
            + ",2025-07-01\n";
    var preview = location(upload(window, FILE, file));
    assertThat(window.open(preview)).bodyText().contains("không thuộc phạm vi quản lý");
    window.send(preview, "rows", "good");
    assertThat(offices.find(below)).isPresent();
    assertThat(offices.find("07919").orElseThrow().name()).isEqualTo("BHXH Quận 7");
    assertThat(body(window.open(FILE + "/offices.csv"))).contains(below).doesNotContain("07919");
  }

  private String newCode() {
    while (true) {
      var code = "03%03d".formatted(ThreadLocalRandom.current().nextInt(1000));
      if (offices.find(code).isEmpty()) {
        return code;
      }
    }
  }
}
