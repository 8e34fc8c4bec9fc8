package vn.ansinh.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.ansinh.audit.Actor;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.Sex;
import vn.ansinh.imports.PeopleImported.Done;
import vn.ansinh.people.NewPerson;
import vn.ansinh.people.RegisterFixtures;

/** Imports cut off, or beside others. */
class PeopleImportRacesTest extends PeopleImportSetting {

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
