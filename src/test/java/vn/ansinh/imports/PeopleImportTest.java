package vn.ansinh.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.audit.Actor;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.Sex;
import vn.ansinh.imports.PeopleImported.Done;
import vn.ansinh.imports.PeopleImported.FileRefused;
import vn.ansinh.imports.PeopleImported.Stopped;
import vn.ansinh.people.NewPerson;
import vn.ansinh.people.People;
import vn.ansinh.people.PersonChange.Field;
import vn.ansinh.people.RegisterFixtures;
import vn.ansinh.people.Registered.Added;
import vn.ansinh.support.ApplicationTest;

@ApplicationTest
class PeopleImportTest {

  private static final String HEADER =
      "social_insurance_number,personal_id,full_name,birth_date,sex,phone\n";

  @Autowired PeopleImport imports;
  @Autowired People people;
  @Autowired JdbcClient sql;
  @TempDir Path directory;

  @Test
  void generated_people_are_all_taken_and_the_same_file_again_changes_nothing() throws IOException {
    var file = generated(3_000);
    assertThat(run(file, false)).isEqualTo(new Done(3_000, 0, 0, 0, 0));
    assertThat(run(file, false)).isEqualTo(new Done(0, 0, 3_000, 0, 0));
    assertThat(report(file)).doesNotExist();
  }

  @Test
  void a_row_arrives_as_a_person() throws IOException {
    var number = RegisterFixtures.socialInsuranceNumber();
    var file =
        write(
            """
            full_name,birth_date,sex,social_insurance_number,old_card,passport,address_layer,ward_code,street,\
            household_code,household_relation,ethnic_group
            "Lê  Thị\tHoà",1/1950,Nữ,DN479%s,012 345 678,c1234567,SINCE_2025,00004,"Số 1, đường Thử",H-1,00,02
            """
                .formatted(number));
    assertThat(run(file, false)).isEqualTo(new Done(1, 0, 0, 0, 0));
    var person = people.byNumber(number).orElseThrow();
    assertThat(person.fullName()).isEqualTo("Lê Thị Hoà");
    assertThat(person.birthDate()).isEqualTo(new BirthDate(1950, 1, null));
    assertThat(person.address().street()).isEqualTo("Số 1, đường Thử");
    assertThat(person.papers()).hasSize(2);
    assertThat(person.nationality()).isEqualTo("VN");
  }

  @Test
  void a_changed_row_updates_the_person_and_keeps_what_was() throws IOException {
    var number = RegisterFixtures.socialInsuranceNumber();
    var id = RegisterFixtures.personalId();
    run(write(HEADER + number + ",,Nguyễn Thị Mẫu,15/01/1990,Nữ,0352153000\n"), false);
    var file = write(HEADER + number + "," + id + ",Nguyễn Thị Mẫu Đơn,1990,Nữ,\n");

    assertThat(run(file, false)).isEqualTo(new Done(0, 1, 0, 0, 0));
    var person = people.byNumber(id).orElseThrow();
    assertThat(person).isEqualTo(people.byNumber(number).orElseThrow());
    assertThat(person.fullName()).isEqualTo("Nguyễn Thị Mẫu Đơn");
    assertThat(person.phone()).as("an empty field erases nothing").isEqualTo("+84352153000");
    assertThat(person.birthDate().text()).as("nor does a vaguer date").isEqualTo("15/01/1990");
    assertThat(people.history(person.id()))
        .extracting(it -> it.field() + ": " + it.from() + " → " + it.to())
        .containsExactly(
            Field.FULL_NAME + ": Nguyễn Thị Mẫu → Nguyễn Thị Mẫu Đơn",
            Field.PERSONAL_ID + ": null → " + id);
    assertThat(people.history(person.id())).allMatch(it -> it.by().equals(Actor.SYSTEM));
  }

  @Test
  void a_corrected_number_gives_the_old_one_back() throws IOException {
    var number = RegisterFixtures.socialInsuranceNumber();
    var wrong = RegisterFixtures.personalId();
    var right = RegisterFixtures.personalId();
    run(write(HEADER + number + "," + wrong + ",Nguyễn Thị Mẫu,1990,Nữ,\n"), false);
    run(write(HEADER + number + "," + right + ",Nguyễn Thị Mẫu,1990,Nữ,\n"), false);
    assertThat(people.byNumber(right)).isPresent();
    assertThat(people.byNumber(wrong)).isEmpty();
  }

  @Test
  void a_corrected_social_insurance_number_gives_the_old_one_back_too() throws IOException {
    var id = RegisterFixtures.personalId();
    var wrong = RegisterFixtures.socialInsuranceNumber();
    var right = RegisterFixtures.socialInsuranceNumber();
    run(write(HEADER + wrong + "," + id + ",Nguyễn Thị Mẫu,1990,Nữ,\n"), false);
    run(write(HEADER + right + "," + id + ",Nguyễn Thị Mẫu,1990,Nữ,\n"), false);
    assertThat(people.byNumber(right)).isPresent().isEqualTo(people.byNumber(id));
    assertThat(people.byNumber(wrong)).isEmpty();
  }

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
  void one_person_under_both_numbers_is_taken_once() throws IOException {
    var mau = RegisterFixtures.mau();
    var id = ((Added) people.add(mau, Actor.SYSTEM)).id();
    var file =
        write(
            HEADER
                + mau.socialInsuranceNumber()
                + ",,Nguyễn Thị Hoà Mẫu,15/01/1990,Nữ,0352153001\n,"
                + mau.personalId()
                + ",Nguyễn Thị Hoà Mẫu,15/01/1990,Nữ,0352153002\n");
    assertThat(run(file, true)).isEqualTo(new Done(0, 1, 0, 1, 0));
    assertThat(people.find(id).orElseThrow().phone()).isEqualTo("+84352153001");
  }

  @Test
  void an_import_that_was_cut_off_goes_on_after_its_last_chunk() throws IOException {
    var file = generated(2 * PeopleChunks.ROWS + 700);
    var numbers =
        Files.readAllLines(file).stream()
            .skip(1)
            .map(it -> it.substring(0, 10))
            .toArray(String[]::new);
    assertThatThrownBy(() -> imports.run(request(file, false), new Dying(PeopleChunks.ROWS)))
        .isInstanceOf(Dying.Died.class);
    assertThat(people.byNumber(numbers[0])).isPresent();

    assertThat(run(file, false))
        .isEqualTo(new Done(2 * PeopleChunks.ROWS + 700, 0, 0, 0, PeopleChunks.ROWS));
    assertThat(run(file, false)).isEqualTo(new Done(0, 0, 2 * PeopleChunks.ROWS + 700, 0, 0));
    assertThat(numbers)
        .allSatisfy(it -> assertThat(people.byNumber(it).orElseThrow().number()).isEqualTo(it));
    assertThat(peopleHoldingNoNumber()).isZero();
  }

  @Test
  void each_chunk_is_on_the_trail_with_counts_only() throws IOException {
    var before = importsOnTheTrail();
    run(generated(10), false);
    assertThat(importsOnTheTrail()).isEqualTo(before + 1);
  }

  @Test
  void of_ten_imports_of_one_number_at_once_one_adds_the_person() throws Exception {
    var number = RegisterFixtures.socialInsuranceNumber();
    List<Callable<PeopleImported>> all =
        IntStream.range(0, 10)
            .<Callable<PeopleImported>>mapToObj(
                i -> {
                  var file = directory.resolve("parallel" + i + ".csv");
                  return () -> {
                    Files.writeString(
                        file, HEADER + number + ",,Nguyễn Thị Mẫu,1990,Nữ,035215300" + i + "\n");
                    return run(file, false);
                  };
                })
            .toList();
    long added = 0;
    try (var pool = Executors.newFixedThreadPool(10)) {
      for (var outcome : pool.invokeAll(all)) {
        added += ((Done) outcome.get()).added();
      }
    }
    assertThat(added).isEqualTo(1);
    assertThat(people.history(people.byNumber(number).orElseThrow().id())).hasSize(9);
  }

  @Test
  void people_added_while_their_file_is_imported_stand_in_the_register_once() throws Exception {
    var file = generated(2_000);
    var rows = CsvReader.builder().ofNamedCsvRecord(file).stream().toList();
    PeopleImported outcome;
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (var row : rows.reversed()) {
        pool.execute(() -> people.add(person(row), Actor.SYSTEM));
      }
      outcome = run(file, false);
    }
    var done = (Done) outcome;
    assertThat(done.added() + done.changed() + done.unchanged()).isEqualTo(2_000);
    assertThat(rows)
        .allSatisfy(
            it -> assertThat(people.byNumber(it.getField("social_insurance_number"))).isPresent());
    assertThat(peopleHoldingNoNumber()).isZero();
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
  void a_byte_order_mark_is_no_part_of_the_header() throws IOException {
    var file =
        write(
            "\uFEFF"
                + HEADER
                + RegisterFixtures.socialInsuranceNumber()
                + ",,Nguyễn Thị Mẫu,1990,Nữ,\r\n");
    assertThat(run(file, false)).isEqualTo(new Done(1, 0, 0, 0, 0));
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

  private static NewPerson person(NamedCsvRecord row) {
    var personalId = row.getField("personal_id");
    return new NewPerson(
        row.getField("social_insurance_number"),
        personalId.isEmpty() ? null : personalId,
        row.getField("full_name"),
        BirthDate.parse(row.getField("birth_date")).orElseThrow(),
        row.getField("sex").equals("Nam") ? Sex.MALE : Sex.FEMALE,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        row.getField("nationality"));
  }

  private void refused(Path file, String reason) {
    assertThatThrownBy(() -> run(file, true))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining(reason)
        .message()
        .doesNotContain("\n");
  }

  private long importsOnTheTrail() {
    return sql.sql(
            "select count(*) from audit.entry where action = 'PEOPLE_IMPORTED' and person_id is null")
        .query(Long.class)
        .single();
  }

  private PeopleImported run(Path file, boolean partial) {
    return imports.run(request(file, partial), ImportWatcher.NONE);
  }

  private PeopleImport.Request request(Path file, boolean partial) {
    return new PeopleImport.Request(file, report(file), partial);
  }

  private static Path report(Path file) {
    return Path.of(file + ".problems.csv");
  }

  /** Somebody who stands in the register twice holds none the second time. */
  private long peopleHoldingNoNumber() {
    return sql.sql(
            """
            select count(*) from people.person
            where person_id not in (select person_id from people.social_insurance_number_claim
                                    union all select person_id from people.personal_id_claim)
            """)
        .query(Long.class)
        .single();
  }

  private Path generated(int count) throws IOException {
    var out = new StringWriter();
    new PeopleGenerator(ThreadLocalRandom.current().nextLong()).write(count, out);
    return write(out.toString());
  }

  private Path write(List<String> lines) throws IOException {
    return write(String.join("\n", lines));
  }

  private Path write(String text) throws IOException {
    return write(text, StandardCharsets.UTF_8);
  }

  private Path write(String text, Charset charset) throws IOException {
    var file = Files.createTempFile(directory, "people", ".csv");
    return Files.writeString(file, text, charset);
  }

  /** Dies as soon as so many rows are committed. */
  private record Dying(long after) implements ImportWatcher {

    static final class Died extends RuntimeException {}

    @Override
    public void begins(Phase phase, long done, long total) {}

    @Override
    public void reached(long done) {
      if (done == after) {
        throw new Died();
      }
    }

    @Override
    public void ends() {}
  }
}
