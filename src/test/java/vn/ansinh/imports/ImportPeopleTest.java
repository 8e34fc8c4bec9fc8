package vn.ansinh.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.platform.Command;
import vn.ansinh.support.ApplicationTest;

@ApplicationTest
class ImportPeopleTest {

  @Autowired ImportPeople command;
  @TempDir Path directory;

  @Test
  void what_was_generated_can_be_imported() throws Exception {
    var file = directory.resolve("people.csv");
    var seed = Long.toString(ThreadLocalRandom.current().nextLong());
    assertThat(run(new GeneratePeople(), "--count", "40", "--seed", seed, "--out", file).code())
        .isZero();

    var told = run(command, file);
    assertThat(told.code()).isZero();
    assertThat(told.out()).contains("40 added, 0 changed, 0 unchanged, 0 left out");
    assertThat(told.err()).contains("Checking", "Importing", "100 %", "40 of 40");
    assertThat(told.err()).doesNotContain("\r");
    assertThat(run(command, file).out()).contains("0 added, 0 changed, 40 unchanged");
  }

  @Test
  void mistakes_are_told_in_a_line_and_a_report() throws Exception {
    var file = directory.resolve("people.csv");
    Files.writeString(file, "social_insurance_number,full_name,birth_date,sex\n1,A,x,y\n");
    var told = run(command, file);
    assertThat(told.code()).isEqualTo(1);
    assertThat(told.err())
        .contains("nothing imported: 4 problems, listed in " + file + ".problems.csv");
    assertThat(run(command, file, "--partial").out()).contains("0 added", "1 left out");
  }

  @Test
  void a_file_that_cannot_be_read_is_told_in_one_line() throws Exception {
    var told = run(command, directory.resolve("missing.csv"));
    assertThat(told.code()).isEqualTo(1);
    assertThat(told.err().lines()).hasSize(1);
    assertThat(told.err()).contains("missing.csv: there is no such file");
  }

  @Test
  void wrong_arguments_are_answered_with_the_usage() throws Exception {
    assertThat(run(command).code()).isEqualTo(2);
    assertThat(run(command, "--what").code()).isEqualTo(2);
    assertThat(run(command, "a.csv", "b.csv").code()).isEqualTo(2);
    for (var arguments :
        List.of(
            List.<Object>of(),
            List.<Object>of("--count", "3"),
            List.<Object>of("--count", "0", "--seed", "1"),
            List.<Object>of("--count", "x", "--seed", "1"),
            List.<Object>of("--count", "3", "--seed", "1", "--out"),
            List.<Object>of("--count", "100000001", "--seed", "1"))) {
      assertThat(run(new GeneratePeople(), arguments.toArray()).code()).isEqualTo(2);
    }
  }

  @Test
  void people_go_to_the_screen_when_no_file_is_named() throws Exception {
    var told = run(new GeneratePeople(), "--count", "3", "--seed", "1");
    assertThat(told.out().lines()).hasSize(4);
    assertThat(run(new GeneratePeople(), "--count", "3", "--seed", "1", "--out", directory).err())
        .startsWith("AnSinh: cannot write");
  }

  @Test
  void on_a_terminal_progress_is_one_line_that_moves() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var bar = new ProgressBar(new PrintStream(bytes, true, StandardCharsets.UTF_8), true);
    bar.begins(ImportWatcher.Phase.IMPORTING, 500, 1_000);
    bar.reached(1_000);
    bar.ends();
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .startsWith("\rImporting  [########################] 100 %  1,000 of 1,000, ")
        .contains("/s, 0:00 left");
  }

  /** What a command said. */
  private record Told(int code, String out, String err) {}

  private static Told run(Command command, Object... arguments) throws Exception {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code =
        command.run(
            Arrays.stream(arguments).map(Object::toString).toList(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Told(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
