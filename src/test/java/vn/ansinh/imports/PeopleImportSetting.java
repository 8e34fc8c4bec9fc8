package vn.ansinh.imports;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.people.People;
import vn.ansinh.support.ApplicationTest;

/** Files of people, and the register they go into. */
@ApplicationTest
abstract class PeopleImportSetting {

  static final String HEADER =
      "social_insurance_number,personal_id,full_name,birth_date,sex,phone\n";

  @Autowired PeopleImport imports;
  @Autowired People people;
  @Autowired JdbcClient sql;
  @TempDir Path directory;

  PeopleImported run(Path file, boolean partial) {
    return imports.run(request(file, partial), ImportWatcher.NONE);
  }

  PeopleImport.Request request(Path file, boolean partial) {
    return new PeopleImport.Request(file, report(file), partial);
  }

  static Path report(Path file) {
    return Path.of(file + ".problems.csv");
  }

  Path generated(int count) throws IOException {
    var out = new StringWriter();
    new PeopleGenerator(ThreadLocalRandom.current().nextLong()).write(count, out);
    return write(out.toString());
  }

  Path write(List<String> lines) throws IOException {
    return write(String.join("\n", lines));
  }

  Path write(String text) throws IOException {
    return write(text, StandardCharsets.UTF_8);
  }

  Path write(String text, Charset charset) throws IOException {
    var file = Files.createTempFile(directory, "people", ".csv");
    return Files.writeString(file, text, charset);
  }
}
