package vn.ansinh.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.ansinh.identity.NameCheck;
import vn.ansinh.registration.Field;

class MessagesTest {

  static final Path BUNDLES = Path.of("src/main/resources/messages");
  static final Pattern LITERAL_KEY =
      Pattern.compile(
          "(?:chrome\\.t|chrome\\.has|texts\\.of|texts\\.find)\\((?:[\\w.()]+,\\s*)?\"([\\w.-]+)\"\\s*[,)]");

  @Test
  void both_languages_have_every_key() throws IOException {
    for (var vietnamese : bundles("_vi.properties")) {
      var english = Path.of(vietnamese.toString().replace("_vi.", "_en."));
      assertThat(load(english).stringPropertyNames())
          .as(english.getFileName().toString())
          .containsExactlyInAnyOrderElementsOf(load(vietnamese).stringPropertyNames());
    }
  }

  @Test
  void every_key_a_page_asks_for_exists() throws IOException {
    var known = new TreeSet<String>();
    for (var bundle : bundles("_vi.properties")) {
      known.addAll(load(bundle).stringPropertyNames());
    }
    var missing = new TreeSet<String>();
    try (var files =
        Stream.concat(Files.walk(Path.of("src/main/jte")), Files.walk(Path.of("src/main/java")))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        LITERAL_KEY
            .matcher(Files.readString(file))
            .results()
            .map(it -> it.group(1))
            .filter(it -> !known.contains(it))
            .forEach(it -> missing.add(file + ": " + it));
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void whatever_is_wrong_with_a_name_has_its_own_sentence_at_every_name() throws IOException {
    var texts = load(BUNDLES.resolve("registration_vi.properties")).stringPropertyNames();
    for (var problem : NameCheck.Problem.values()) {
      for (var field : List.of(Field.FULL_NAME, Field.CONTACT_PERSON)) {
        assertThat(texts).contains("registration.problem." + field + "." + problem);
      }
    }
  }

  @Test
  void vietnamese_is_composed_and_nothing_is_empty() throws IOException {
    var offenders = new ArrayList<String>();
    for (var suffix : List.of("_vi.properties", "_en.properties")) {
      for (var bundle : bundles(suffix)) {
        var texts = load(bundle);
        for (var key : texts.stringPropertyNames()) {
          var text = texts.getProperty(key);
          if (text.isBlank() || !Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            offenders.add(bundle.getFileName() + ": " + key);
          }
        }
      }
    }
    assertThat(offenders).isEmpty();
  }

  private static List<Path> bundles(String suffix) throws IOException {
    try (var files = Files.list(BUNDLES)) {
      return files.filter(it -> it.toString().endsWith(suffix)).sorted().toList();
    }
  }

  private static Properties load(Path bundle) throws IOException {
    var texts = new Properties();
    try (var reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
