package vn.ansinh.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal S9. Unique strings are typed into every field that carries a number, a contact, a street, a
 * note, a picture, a code or a password; people register, officers decide, accounts are opened and
 * used. Afterwards nothing on the disk holds one of them in plain: the database's files and its log
 * of changes, its messages, the application's, temporary and stored files.
 */
class CanaryTest {

  /** Names are found by their spelling and stay searchable: the exception, and all of it. */
  private static final List<String> NAMES =
      List.of(
          "people.person.full_name",
          "people.person.name_search",
          "review.queue_entry.full_name",
          "review.queue_entry.search_text");

  @TempDir Path directory;
  private final Canaries canaries = new Canaries();

  @Test
  void nothing_personal_lies_in_plain_anywhere() throws Exception {
    try (var at = Installation.whole(directory)) {
      at.start();
      var begun = now();
      hideNothingByCompression(at);
      var lan = new Citizen("Lan", canaries, at);
      var mai = new Citizen("Mai", canaries, at);
      everythingHappens(at, lan, mai);

      try (var connection = at.connect()) {
        collideAndFail(connection);
        assertThat(Files.readString(directory.resolve("home/log/postgres.log")))
            .contains("duplicate key value", "violates check constraint");
        execute(connection, "checkpoint");

        assertThat(traces(at, connection, begun)).isEmpty();
        assertThat(PlainTraces.columns(connection, "Nguyễn Thị Mai")).isSubsetOf(NAMES);
        assertThat(PlainTraces.columns(connection, "nguyen thi lan")).isSubsetOf(NAMES);
        assertThat(
                new PlainTraces(java.util.Map.of("name", lan.fullName.getBytes("UTF-8")))
                    .inFilesUnder(directory.resolve("app"))
                    .inFilesUnder(directory.resolve("tmp"))
                    .inFilesUnder(directory.resolve("home/log"))
                    .inText("log", at.log())
                    .found())
            .isEmpty();

        var pictures = canaries.ofPictures();
        assertThat(pictures).hasSize(18);
        var inMemory = new java.util.HashMap<>(pictures);
        inMemory.put("the connection", at.database().getBytes("UTF-8"));
        everyPictureIsRead(connection);

        assertThat(new PlainTraces(inMemory).inFilesUnder(at.heap()).found())
            .as("pictures in the heap of the web process, and what is surely there")
            .isNotEmpty()
            .allMatch(it -> it.startsWith("the connection in"));

        var laid = now();
        writtenInPlain(connection, lan);
        assertThat(traces(at, connection, laid))
            .as("the same search finds what was written in plain")
            .anyMatch(it -> it.startsWith("LanNumber in") && it.contains("/base/"))
            .anyMatch(it -> it.startsWith("LanNumber in") && it.contains("/pg_wal/"))
            .contains("LanNumber in public.plainly", "a code in public.plainly")
            .anyMatch(it -> it.startsWith("LanNumber in") && it.contains("/app/"));
      }
    }
  }

  private void everythingHappens(Installation at, Citizen lan, Citizen mai) throws Exception {
    importPeople(at, lan);
    var office = lan.register();
    lan.confirmPhone();
    String told;
    try (var meanwhile = Executors.newSingleThreadExecutor()) {
      var adding = meanwhile.submit(() -> staffAdded(at, office));
      mai.register();
      told = adding.get();
    }

    var officer = new Officer(canaries, at);
    officer.signIn("can.bo.thu", told.strip().replaceAll("(?s).*: ", ""));
    var file = officer.find(lan.number);
    assertThat(officer.find(lan.phone)).isEqualTo(file);
    officer.note(file);
    officer.lookUp(file, lan);
    officer.sendBack(file);
    lan.correct();
    var code = officer.approve(officer.find(lan.personalId));
    lan.askForTheStatus(code);
    lan.signIn();
    officer.recover(lan);
    officer.note(officer.find(mai.phone));
  }

  private static String staffAdded(Installation at, String office) throws Exception {
    return at.command(
        "staff",
        "add",
        "--user",
        "can.bo.thu",
        "--name",
        "Lý Thị Quản",
        "--office",
        office,
        "--roles",
        "REVIEWER");
  }

  /** Twice, so that there are changes; and with somebody else's number, which is refused. */
  private void importPeople(Installation at, Citizen lan) throws Exception {
    var file = directory.resolve("people.csv");
    Files.writeString(file, people(lan, "First"));
    at.command("import", "people", file.toString());
    Files.writeString(
        file, people(lan, "Second") + "%s,,Trần Văn Khác,1950,Nam,,,,,,,\n".formatted(lan.number));
    at.command("import", "people", file.toString(), "--partial");
    try (var files = Files.list(directory)) {
      for (var left : files.filter(it -> it.toString().contains("people.csv")).toList()) {
        if (!left.equals(file)) {
          Files.move(
              left, Files.createDirectories(directory.resolve("app")).resolve(left.getFileName()));
        }
      }
    }
  }

  private String people(Citizen lan, String when) {
    return """
        social_insurance_number,personal_id,full_name,birth_date,sex,old_card,passport,address_layer,ward_code,street,phone,email
        %s,%s,%s,15/01/1990,Nữ,%s,%s,SINCE_2025,27475,%s,%s,%s
        """
        .formatted(
            lan.number,
            lan.personalId,
            lan.fullName,
            canaries.oldCard(when + "OldCard"),
            canaries.passport(when + "Passport"),
            canaries.text(when + "Street"),
            canaries.phone(when + "Phone"),
            canaries.email(when + "Email"));
  }

  /** Long values would be squeezed, and squeezed values are not found. */
  private static void hideNothingByCompression(Installation at) throws SQLException {
    try (var connection = at.connect()) {
      execute(
          connection,
          """
          do $$
          declare
              one record;
          begin
              for one in
                  select attrelid::regclass as relation, attname from pg_attribute
                  join pg_class on pg_class.oid = attrelid join pg_namespace n on n.oid = relnamespace
                  where relkind = 'r' and attnum > 0 and attstorage = 'x' and not attisdropped
                    and nspname not in ('pg_catalog', 'information_schema') and nspname not like 'pg_%'
              loop
                  execute format('alter table %s alter column %I set storage external', one.relation, one.attname);
              end loop;
          end
          $$
          """);
    }
  }

  /** What the server writes into its log when a promise of the database is broken. */
  private static void collideAndFail(Connection connection) {
    for (var claim :
        List.of(
            "people.social_insurance_number_claim",
            "people.personal_id_claim",
            "people.paper",
            "people.person",
            "accounts.phone_claim",
            "accounts.email_claim",
            "accounts.account",
            "review.queue_entry")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () ->
                  execute(connection, "insert into %s select * from %<s limit 1".formatted(claim)))
          .as(claim)
          .isInstanceOf(SQLException.class);
    }
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> execute(connection, "update people.person set status = 'NOBODY'"))
        .isInstanceOf(SQLException.class);
  }

  /** A little before it, as file systems tell the time: by the tick of a coarser clock. */
  private static FileTime now() {
    return FileTime.from(Instant.now().minusSeconds(1));
  }

  private List<String> traces(Installation at, Connection connection, FileTime since)
      throws Exception {
    return new PlainTraces(canaries.all())
        .since(since)
        .withWords(canaries.words())
        .inFilesUnder(directory.resolve("home"))
        .inFilesUnder(directory.resolve("app"))
        .inFilesUnder(directory.resolve("tmp"))
        .inText("application's log", at.log())
        .inTables(connection)
        .inText("running queries", String.join("\n", queries(connection)))
        .found();
  }

  private static List<String> queries(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select query from pg_stat_activity")) {
      var queries = new java.util.ArrayList<String>();
      while (rows.next()) {
        queries.add(String.valueOf(rows.getString(1)));
      }
      return queries;
    }
  }

  private void writtenInPlain(Connection connection, Citizen lan) throws Exception {
    execute(connection, "create table public.plainly (number text)");
    execute(connection, "insert into public.plainly values ('%s')".formatted(lan.number));
    execute(
        connection,
        "insert into public.plainly values ('Ma: %s.')"
            .formatted(canaries.words().iterator().next()));
    execute(connection, "checkpoint");
    Files.writeString(directory.resolve("app/plainly"), "x" + lan.number + "x");
  }

  /** A picture is in memory while it is made safe or read, and only then. */
  private static void everyPictureIsRead(Connection connection) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .until(
            () -> {
              try (var statement = connection.createStatement();
                  var waiting =
                      statement.executeQuery(
                          "select from files.file where reading_due or state = 'RECEIVED'")) {
                return !waiting.next();
              }
            });
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
