package vn.ansinh.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.audit.Actor;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.imports.OfficeImport.Keep;
import vn.ansinh.support.ApplicationTest;

@ApplicationTest
class OfficeImportTest {

  static final String HEADER = "code,name,parent_code,address,phone,open_from,wards\n";

  @Autowired OfficeImport imports;
  @Autowired ImportOffices command;
  @Autowired Offices offices;
  @TempDir Path directory;

  @Test
  void offices_are_added_then_changed_then_left_alone() {
    var code = newCode();
    var file =
        HEADER
            + code
            + ",BHXH cơ sở Mới,079,\"Số 1, đường Thử\",028 0000 0000,2025-07-01,01273 01279\n";
    assertThat(run(file)).extracting("added", "changed", "unchanged").containsExactly(1, 0, 0);
    assertThat(run(file)).extracting("added", "changed", "unchanged").containsExactly(0, 0, 1);
    assertThat(run(file.replace("Số 1", "Số 2"))).extracting("changed").isEqualTo(1);
    assertThat(offices.open(code).map(Office::address)).contains("Số 2, đường Thử");
    assertThat(offices.suggest(Layer.SINCE_2025, "01279").stream().map(Office::code))
        .contains(code);
  }

  @Test
  void a_column_left_out_keeps_what_is_known_and_an_empty_cell_clears_it() {
    var code = newCode();
    run(HEADER + code + ",Tên,079,Địa chỉ,028 0000 0000,2025-07-01,01273\n");
    run("code,name,parent_code,phone,open_from\n" + code + ",Tên,079,,2025-07-01\n");
    var office = offices.find(code).orElseThrow();
    assertThat(office.address()).isEqualTo("Địa chỉ");
    assertThat(office.phone()).isNull();
    assertThat(offices.serves(code)).hasSize(1);
  }

  @Test
  void every_bad_row_is_told_with_line_column_and_reason_and_nothing_is_kept() {
    var good = newCode();
    var report =
        run(
            HEADER
                + good
                + ",Tốt,079,,,2025-07-01,\n"
                + "7919,Sai mã,079,,,2025-07-01,\n"
                + newCode()
                + ",,0xx,,abc,31/02/2025,99999\n"
                + newCode()
                + ",\"Hai\ndòng\",079,,,2025-07-01,\n"
                + newCode()
                + ",Thiếu ô\n"
                + good
                + ",Trùng,079,,,2025-07-01,\n");
    assertThat(report.problems())
        .extracting(RowProblem::line, RowProblem::column, RowProblem::key)
        .containsExactly(
            tuple(3L, "code", "officefile.reason.MALFORMED"),
            tuple(4L, "open_from", "officefile.date"),
            tuple(4L, "wards", "officefile.unit"),
            tuple(7L, "", "officefile.cells"),
            tuple(8L, "code", "officefile.twice"));
    assertThat(report.written()).isFalse();
    assertThat(offices.find(good)).isEmpty();
  }

  @Test
  void good_rows_are_kept_when_asked_to_and_none_by_a_check() {
    var good = newCode();
    var file = HEADER + good + ",Tốt,079,,,2025-07-01,\n" + "1,Sai,079,,,2025-07-01,\n";
    assertThat(run(file, Keep.NOTHING).added()).isEqualTo(1);
    assertThat(offices.find(good)).isEmpty();
    assertThat(run(file, Keep.GOOD_ROWS).problems()).hasSize(1);
    assertThat(offices.find(good)).isPresent();
  }

  @Test
  void a_parent_may_stand_earlier_in_the_file() {
    var upper = newCode();
    var lower = newCode();
    assertThat(
            run(
                HEADER
                    + upper
                    + ",Trên,079,,,2025-07-01,\n"
                    + lower
                    + ",Dưới,"
                    + upper
                    + ",,,2025-07-01,\n"))
        .extracting("added")
        .isEqualTo(2);
    assertThat(offices.below(upper)).hasSize(1);
  }

  @Test
  void spreadsheets_with_byte_order_mark_and_semicolons_are_read() {
    var code = newCode();
    assertThat(
            run("\uFEFFCode;NAME;parent_code;open_from\r\n" + code + ";Tên;079;1/7/2025\r\n")
                .added())
        .isEqualTo(1);
  }

  @Test
  void files_that_cannot_be_read_say_why() {
    assertThat(keys(run(""))).containsExactly("officefile.empty");
    assertThat(keys(run("code,foo,code\n")))
        .containsExactly(
            "officefile.column.unknown",
            "officefile.column.twice",
            "officefile.column.missing",
            "officefile.column.missing",
            "officefile.column.missing");
    assertThat(keys(run(HEADER + newCode() + ",\"Không đóng,079,,,2025-07-01,\n")))
        .isNotEmpty()
        .allMatch(it -> it.equals("officefile.broken") || it.equals("officefile.cells"));
    var utf16 = (HEADER + "07901,Tên,079,,,2025-07-01,\n").getBytes(StandardCharsets.UTF_16LE);
    assertThat(imports.run(new ByteArrayInputStream(utf16), Keep.ALL_OR_NONE, Actor.SYSTEM).clean())
        .isFalse();
    var windows =
        (HEADER + newCode() + ",Tên,079,Đà Lạt,,2025-07-01,\n")
            .getBytes(Charset.forName("windows-1258"));
    assertThat(keys(imports.run(new ByteArrayInputStream(windows), Keep.ALL_OR_NONE, Actor.SYSTEM)))
        .containsExactly("officefile.encoding");
  }

  @Test
  void the_offices_of_the_demo_are_read_without_a_problem_and_say_what_they_are()
      throws IOException {
    try (var file = getClass().getResourceAsStream("/demo/offices.csv")) {
      assertThat(imports.run(file, Keep.ALL_OR_NONE, Actor.SYSTEM).problems()).isEmpty();
    }
    assertThat(offices.search("đường mẫu", 100))
        .hasSizeGreaterThanOrEqualTo(12)
        .allMatch(it -> it.name().endsWith("(mẫu)"));
    assertThat(offices.suggest(Layer.UNTIL_2025, "00619"))
        .first()
        .extracting(Office::code)
        .isEqualTo("00191");
  }

  @Test
  void the_command_writes_every_problem_beside_the_file() throws IOException {
    var file = directory.resolve("offices.csv");
    Files.writeString(file, HEADER + "1,Sai,079,,,2025-07-01,\n");
    var err = new ByteArrayOutputStream();
    assertThat(command.run(List.of(file.toString()), quiet(), new PrintStream(err))).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("line 2, code: Không đúng dạng / This is not in the right form");
    assertThat(Path.of(file + ".problems.csv"))
        .content()
        .hasLineCount(2)
        .contains("2,code,1,Không đúng dạng,This is not in the right form");
  }

  @Test
  void the_command_tells_wrong_arguments_and_missing_files() throws IOException {
    assertThat(command.run(List.of(), quiet(), quiet())).isEqualTo(2);
    assertThat(command.run(List.of("a", "b"), quiet(), quiet())).isEqualTo(2);
    assertThat(command.run(List.of("/nowhere.csv", "--partial"), quiet(), quiet())).isEqualTo(1);
    var file = directory.resolve("good.csv");
    Files.writeString(file, HEADER + newCode() + ",Tốt,079,,,2025-07-01,\n");
    assertThat(command.run(List.of("--partial", file.toString()), quiet(), quiet())).isZero();
  }

  private OfficeImportReport run(String file) {
    return run(file, Keep.ALL_OR_NONE);
  }

  private OfficeImportReport run(String file, Keep keep) {
    return imports.run(
        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), keep, Actor.SYSTEM);
  }

  private static List<String> keys(OfficeImportReport report) {
    return report.problems().stream().map(RowProblem::key).toList();
  }

  private static PrintStream quiet() {
    return new PrintStream(new ByteArrayOutputStream());
  }

  private String newCode() {
    while (true) {
      var code = "05%03d".formatted(ThreadLocalRandom.current().nextInt(1000));
      if (offices.find(code).isEmpty()) {
        return code;
      }
    }
  }
}
