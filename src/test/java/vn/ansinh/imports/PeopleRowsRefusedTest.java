package vn.ansinh.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.audit.Actor;
import vn.ansinh.imports.PeopleImported.Done;
import vn.ansinh.imports.PeopleImported.FileRefused;
import vn.ansinh.imports.PeopleImported.Stopped;
import vn.ansinh.people.RegisterFixtures;

/** Rows and files that cannot be taken. */
class PeopleRowsRefusedTest extends PeopleImportSetting {

  @Test
  void every_bad_row_is_named_with_line_column_and_reason_and_nothing_is_imported()
      throws IOException {
    var good = RegisterFixtures.socialInsuranceNumber();
    var file =
        write(
            HEADER
                + good
                + ",,Nguyễn Thị Mẫu,15/01/1990,Nữ,\n"
                + "123,,NGUYENVANA,30/02/1990,X,911\n"
                + ",,Nguyễn Thị Mẫu,15/01/1990,Nữ,\n"
                + "\n"
                + good
                + ",,Nguyễn Thị Mẫu\n"
                + good
                + ",,\"Trần\nVăn Thử\",2199,Nam,\n"
                + good
                + ",,Trần Văn Thử,1985,Nam,\n");
    assertThat(run(file, false)).isEqualTo(new FileRefused(9, report(file)));
    assertThat(Files.readString(report(file)))
        .isEqualToNormalizingNewlines(
            """
            line,column,problem_vi,problem_en
            3,social_insurance_number,Sai số ký tự,Has the wrong number of characters
            3,full_name,"Chỉ có một từ: cần họ và tên, cách nhau bằng khoảng trắng","One word only: surname and given name are needed, with spaces"
            3,birth_date,"Không phải ngày: 15/01/1990, 01/1990 hoặc 1990","No date: 15/01/1990, 01/1990 or 1990"
            3,sex,"Không phải Nam, Nữ hoặc Khác","Not Nam, Nữ or Khác"
            3,phone,Không phải số di động Việt Nam,No Vietnamese mobile number
            4,social_insurance_number,"Trống, và personal_id cũng trống","Empty, and personal_id as well"
            6,,"Có 3 ô, dòng tiêu đề có 6","Has 3 cells, the header has 6"
            7,birth_date,Nằm trong tương lai,Lies in the future
            9,,Một số của dòng này đã có ở dòng 2,Line 2 has one of its numbers
            """);
    assertThat(people.byNumber(good)).isEmpty();

    assertThat(run(file, true)).isEqualTo(new Done(1, 0, 0, 5, 0));
    assertThat(people.byNumber(good).orElseThrow().fullName()).isEqualTo("Nguyễn Thị Mẫu");
    assertThat(Files.readAllLines(report(file))).hasSize(10);
  }

  @Test
  void rows_the_register_cannot_take_stop_the_import_or_are_left_out() throws IOException {
    var one = RegisterFixtures.mau();
    var two = RegisterFixtures.mau();
    people.add(one, Actor.SYSTEM);
    people.add(two, Actor.SYSTEM);
    var fresh = RegisterFixtures.socialInsuranceNumber();
    var file =
        write(
            HEADER
                + fresh
                + ",,Lê Thị Hoa,2000,Nữ,\n"
                + one.socialInsuranceNumber()
                + ","
                + two.personalId()
                + ",Nguyễn Thị Hoà Mẫu,15/01/1990,Nữ,\n"
                + two.socialInsuranceNumber()
                + ",,Phan Văn Khác,1961,Nam,\n"
                + one.socialInsuranceNumber()
                + ",,Nguyễn Thị Hòa Mẫu,15/01/1990,Nữ,\n");
    // Line 5 repeats a number of line 3, so the file itself must first be put right.
    assertThat(run(file, false)).isInstanceOf(FileRefused.class);
    var withoutDouble = write(Files.readString(file).lines().limit(4).toList());

    assertThat(run(withoutDouble, false)).isEqualTo(new Stopped(0, 2, report(withoutDouble)));
    assertThat(people.byNumber(fresh)).isEmpty();
    assertThat(run(withoutDouble, true)).isEqualTo(new Done(1, 0, 0, 2, 0));
    assertThat(Files.readAllLines(report(withoutDouble)))
        .containsExactly(
            "line,column,problem_vi,problem_en",
            "3,,Hai số này trong sổ đăng ký là của hai người,The register knows its two numbers as those of two people",
            "4,,Số này trong sổ đăng ký mang họ tên và ngày sinh khác,The register knows its number under another name and birth date");
    assertThat(people.byNumber(two.socialInsuranceNumber()).orElseThrow().fullName())
        .isEqualTo("Nguyễn Thị Hoà Mẫu");
  }

  @Test
  void a_file_that_is_no_people_file_is_refused_in_one_line() throws IOException {
    refused(directory.resolve("missing.csv"), "there is no such file or directory");
    refused(directory, "it is a directory");
    refused(write(""), "is empty: it needs a header line");
    refused(write("ten;ngay\n"), "The header has an unknown column: \"ten\"");
    refused(write("full_name,birth_date,sex\n"), "lacks social_insurance_number");
    refused(write("full_name,full_name,sex\n"), "has the column full_name twice");
    refused(write("social_insurance_number,full_name,sex\n"), "lacks the column birth_date");
    refused(
        write(HEADER + "7900000012,,Nguyễn Thị Mẫu,1990,Nữ,\n", StandardCharsets.UTF_16),
        "is not UTF-8");
    refused(
        write(HEADER + "7900000012,,Nguyen Th\u00ee,1990,Nam,\n", StandardCharsets.ISO_8859_1),
        "is not UTF-8 (after line 1)");
    refused(write(HEADER + "\"" + "x".repeat(17 << 20)), "is not CSV");
  }

  @Test
  void hostile_text_is_refused_row_by_row_and_never_breaks_the_import() throws IOException {
    var rows = new StringBuilder(HEADER);
    for (var name :
        List.of(
            "a\u0000b c",
            "\u202Eab cd",
            "x' or '1'='1",
            "<b>a</b> b",
            "A ".repeat(500),
            "\\N \\t")) {
      rows.append(RegisterFixtures.socialInsuranceNumber() + ",,\"" + name + "\",1990,Nam,\n");
    }
    var file = write(rows.toString());
    assertThat(run(file, true)).isEqualTo(new Done(0, 0, 0, 6, 0));
  }

  private void refused(Path file, String reason) {
    assertThatThrownBy(() -> run(file, true))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining(reason)
        .message()
        .doesNotContain("\n");
  }
}
