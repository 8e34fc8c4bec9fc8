package vn.ansinh.consents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The proof says which version of a text was read, so a version once shown is never changed: who
 * needs other words adds the next version, keeps the old ones, and adds its digest here.
 */
class ConsentTextsTest {

  private static final Path BUNDLES = Path.of("src/main/resources/messages");
  private static final String TEXT = "consents.text.";

  private static final Map<String, String> SHOWN =
      Map.ofEntries(
          Map.entry("vi FORM_BY_EMAIL.1", "b0f1b751f1c073d0"),
          Map.entry("vi POPULATION_REGISTRY.1", "5d6bfb9097187d37"),
          Map.entry("vi CHILD_BY_GUARDIAN.1", "eae725c5eb8d148a"),
          Map.entry("vi CHILD_BY_CHILD.1", "88bf845041070284"),
          Map.entry("en FORM_BY_EMAIL.1", "e988511b081e9281"),
          Map.entry("en POPULATION_REGISTRY.1", "03d69573fba985ed"),
          Map.entry("en CHILD_BY_GUARDIAN.1", "37f769ec4d72bff0"),
          Map.entry("en CHILD_BY_CHILD.1", "fdce439af9f1f321"));

  @Test
  void no_text_anybody_agreed_to_is_changed_or_lost() throws Exception {
    var now = new TreeMap<String, String>();
    for (var language : new String[] {"vi", "en"}) {
      var texts = load(language);
      for (var key : texts.stringPropertyNames()) {
        if (key.startsWith(TEXT)) {
          now.put(language + " " + key.substring(TEXT.length()), digest(texts.getProperty(key)));
        }
      }
    }
    assertThat(now).containsExactlyInAnyOrderEntriesOf(SHOWN);
  }

  @Test
  void every_purpose_has_the_text_of_its_version_and_all_before() throws IOException {
    for (var language : new String[] {"vi", "en"}) {
      var texts = load(language);
      for (var purpose : Purpose.values()) {
        for (int wording = 1; wording <= purpose.wording(); wording++) {
          assertThat(texts).containsKey(TEXT + purpose + "." + wording);
        }
        assertThat(texts).doesNotContainKey(TEXT + purpose + "." + (purpose.wording() + 1));
      }
    }
  }

  private static String digest(String text) throws NoSuchAlgorithmException {
    var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, 16);
  }

  private static Properties load(String language) throws IOException {
    var texts = new Properties();
    try (var reader =
        Files.newBufferedReader(BUNDLES.resolve("consents_" + language + ".properties"))) {
      texts.load(reader);
    }
    return texts;
  }
}
