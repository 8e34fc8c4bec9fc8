package vn.ansinh.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A constraint added to a table of many millions reads it all under a lock, and everybody waits:
 * {@code not valid} first, {@code validate constraint} in a script of its own. So does an index:
 * its script does nothing else, and finds one that the operator has made beforehand.
 */
class MigrationScriptsTest {

  private static final Path SCRIPTS = Path.of("src/main/resources/db/migration");

  /** Landed before the rule, and never to be edited. */
  private static final String RULE_SINCE = "V20261129";

  private static final Pattern ALTER =
      Pattern.compile("alter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?([\\w.]+)([^;]*);");
  private static final Pattern INDEX =
      Pattern.compile(
          "create\\s+(?:unique\\s+)?index\\s+(if\\s+not\\s+exists\\s+)?\\w+\\s+on\\s+(?:only\\s+)?([\\w.]+)");
  private static final Pattern ADDED =
      Pattern.compile("add\\s+(?:constraint\\s+\\w+\\s+)?(?:check|foreign\\s+key)\\b");

  @Test
  void no_script_reads_a_table_that_was_there_before_to_check_a_new_constraint()
      throws IOException {
    for (var script : scripts()) {
      assertThat(holding(Files.readString(script))).as(script.toString()).isEmpty();
    }
  }

  @Test
  void an_index_on_a_table_that_was_there_before_can_be_made_beforehand_and_is_made_alone()
      throws IOException {
    for (var script : scripts()) {
      assertThat(isIndexInTheWay(Files.readString(script))).as(script.toString()).isFalse();
    }
    assertThat(isIndexInTheWay("create index a on b.c (d);")).isTrue();
    assertThat(isIndexInTheWay("drop index b.a;\ncreate index if not exists e on b.c (d);"))
        .isTrue();
    assertThat(isIndexInTheWay("create index if not exists a on b.c (d);")).isFalse();
    assertThat(isIndexInTheWay("create table b.c (d text);\ncreate index a on b.c (d);")).isFalse();
  }

  private static List<Path> scripts() throws IOException {
    try (var files = Files.walk(SCRIPTS)) {
      return files
          .filter(it -> it.getFileName().toString().endsWith(".sql"))
          .filter(it -> it.getFileName().toString().compareTo(RULE_SINCE) >= 0)
          .toList();
    }
  }

  @Test
  void the_rule_knows_the_script_it_was_made_for() throws IOException {
    assertThat(
            holding(
                Files.readString(
                    SCRIPTS.resolve("files/V202611281602__take_birth_certificates.sql"))))
        .contains("files.file");
    assertThat(
            holding(
                """
                create table a.b (kind text);
                alter table a.b add constraint b_check check (kind <> '');
                alter table a.c drop constraint c_check;
                alter table a.c add constraint c_check check (kind in ('A', 'B')) not valid;
                """))
        .isEmpty();
    assertThat(holding("ALTER TABLE a.c\n  ADD FOREIGN KEY (d) REFERENCES a.d;"))
        .containsExactly("a.c");
  }

  private static boolean isIndexInTheWay(String script) {
    var plain = plain(script);
    var made = INDEX.matcher(plain);
    while (made.find()) {
      boolean isAlone = plain.strip().indexOf(';') == plain.strip().length() - 1;
      if (!isNew(made.group(2), plain) && (made.group(1) == null || !isAlone)) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String script) {
    return script.replaceAll("--[^\n]*", "").toLowerCase(Locale.ROOT);
  }

  private static boolean isNew(String table, String plain) {
    return Pattern.compile("create\\s+table\\s+" + Pattern.quote(table) + "\\b")
        .matcher(plain)
        .find();
  }

  /** The tables a script would read under a lock. */
  private static List<String> holding(String script) {
    var plain = plain(script);
    var held = new ArrayList<String>();
    var alter = ALTER.matcher(plain);
    while (alter.find()) {
      var table = alter.group(1);
      if (!isNew(table, plain)
          && ADDED.matcher(alter.group(2)).find()
          && !alter.group(2).contains("not valid")) {
        held.add(table);
      }
    }
    return held;
  }
}
