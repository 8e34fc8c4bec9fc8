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
 * {@code not valid} first, {@code validate constraint} in a script of its own.
 */
class MigrationScriptsTest {

  private static final Path SCRIPTS = Path.of("src/main/resources/db/migration");

  /** Landed before the rule, and never to be edited. */
  private static final String RULE_SINCE = "V20261129";

  private static final Pattern ALTER =
      Pattern.compile("alter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?([\\w.]+)([^;]*);");
  private static final Pattern ADDED =
      Pattern.compile("add\\s+(?:constraint\\s+\\w+\\s+)?(?:check|foreign\\s+key)\\b");

  @Test
  void no_script_reads_a_table_that_was_there_before_to_check_a_new_constraint()
      throws IOException {
    try (var files = Files.walk(SCRIPTS)) {
      var scripts =
          files
              .filter(it -> it.getFileName().toString().endsWith(".sql"))
              .filter(it -> it.getFileName().toString().compareTo(RULE_SINCE) >= 0)
              .toList();
      for (var script : scripts) {
        assertThat(holding(Files.readString(script))).as(script.toString()).isEmpty();
      }
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

  /** The tables a script would read under a lock. */
  private static List<String> holding(String script) {
    var plain = script.replaceAll("--[^\n]*", "").toLowerCase(Locale.ROOT);
    var held = new ArrayList<String>();
    var alter = ALTER.matcher(plain);
    while (alter.find()) {
      var table = alter.group(1);
      boolean isNew =
          Pattern.compile("create\\s+table\\s+" + Pattern.quote(table) + "\\b")
              .matcher(plain)
              .find();
      if (!isNew && ADDED.matcher(alter.group(2)).find() && !alter.group(2).contains("not valid")) {
        held.add(table);
      }
    }
    return held;
  }
}
