package vn.ansinh.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.ansinh.imports.ImportWatcher;
import vn.ansinh.imports.PeopleGenerator;
import vn.ansinh.imports.PeopleImport;
import vn.ansinh.imports.PeopleImported;
import vn.ansinh.people.People;
import vn.ansinh.platform.DemoSignIns;

/**
 * Fills the register of the demo on its first start: three people everybody may be, and generated
 * ones about them, through the same import as real people. All in one chunk, so it happens wholly
 * or not at all.
 */
@DemoOnly
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "ansinh.demo.seed", matchIfMissing = true)
@Component
@Order(100)
class DemoPeople implements ApplicationRunner, DemoSignIns {

  static final int COUNT = 5_000;

  /** Of {@link DemoFamily}, in the same file. */
  private static final int RELATIVES = 3;

  private static final Logger LOG = LoggerFactory.getLogger(DemoPeople.class);
  private static final String KNOWN = "/demo/people.csv";

  /** Whom visitors can register as; the same people stand in README and in {@code KNOWN}. */
  static final List<StartPage.Citizen> PEOPLE =
      List.of(
          new StartPage.Citizen(
              "7900000012", "Nguyễn Thị Mẫu", "15/01/1990", "CCCD", "079190000017", false),
          new StartPage.Citizen(
              "7900000025", "Trần Văn Thử", "20/11/1985", "CCCD", "001085000024", true),
          new StartPage.Citizen(
              "4800000048", "Phạm Thuý Minh Họa", "1970", "CMND", "012345678", false));

  private static final long SEED = 2_026;

  private final People people;
  private final PeopleImport imports;

  DemoPeople(People people, PeopleImport imports) {
    this.people = people;
    this.imports = imports;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    if (people.byNumber(PEOPLE.getFirst().number()).isEmpty()) {
      seed();
    }
  }

  @Override
  public List<String> lines() {
    return PEOPLE.stream()
        .map(
            it ->
                "Citizen %s · %s · %s · %s %s"
                    .formatted(it.number(), it.name(), it.born(), it.paper(), it.paperNumber()))
        .toList();
  }

  private void seed() throws IOException {
    var directory = Files.createTempDirectory("ansinh-demo");
    var file = directory.resolve("people.csv");
    var report = directory.resolve("problems.csv");
    try {
      try (var out = Files.newBufferedWriter(file)) {
        writeKnown(out);
        new PeopleGenerator(SEED).writePeople(COUNT - PEOPLE.size() - RELATIVES, out);
      }
      var outcome = imports.run(new PeopleImport.Request(file, report, false), ImportWatcher.NONE);
      if (outcome instanceof PeopleImported.Done done) {
        LOG.info("The demo's register was filled with {} invented people", done.added());
      } else {
        throw new IllegalStateException("the demo's people were refused: " + outcome);
      }
    } finally {
      delete(file, report, directory);
    }
  }

  private static void writeKnown(Writer out) throws IOException {
    try (InputStream known = DemoPeople.class.getResourceAsStream(KNOWN)) {
      out.write(
          new String(Objects.requireNonNull(known, KNOWN).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static void delete(Path... paths) throws IOException {
    for (var path : paths) {
      Files.deleteIfExists(path);
    }
  }
}
