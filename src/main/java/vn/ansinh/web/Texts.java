package vn.ansinh.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/**
 * The words of the product: every {@code messages/*_vi.properties} and {@code _en.properties} on
 * the class path, in one table per language. A key without arguments is taken as it stands; with
 * arguments it is a {@link MessageFormat} pattern. Thread-safe.
 */
@Component
public final class Texts {

  public static final Locale VIETNAMESE = Locale.of("vi");
  public static final Locale ENGLISH = Locale.ENGLISH;

  private final Map<String, Map<String, String>> byLanguage;

  Texts() throws IOException {
    byLanguage = Map.of("vi", load("vi"), "en", load("en"));
  }

  /**
   * The text in the given language, English for any language but Vietnamese.
   *
   * @throws IllegalArgumentException when no bundle has the key: a defect, never a user's mistake
   */
  public String of(Locale language, String key, Object... arguments) {
    return find(language, key, arguments)
        .orElseThrow(() -> new IllegalArgumentException("no message for " + key));
  }

  public Optional<String> find(Locale language, String key, Object... arguments) {
    var pattern = table(language).get(key);
    if (pattern == null) {
      return Optional.empty();
    }
    return Optional.of(
        arguments.length == 0 ? pattern : new MessageFormat(pattern, language).format(arguments));
  }

  public Set<String> keys(Locale language) {
    return new TreeSet<>(table(language).keySet());
  }

  private Map<String, String> table(Locale language) {
    return language.getLanguage().equals("vi")
        ? byLanguage.getOrDefault("vi", Map.of())
        : byLanguage.getOrDefault("en", Map.of());
  }

  private static Map<String, String> load(String language) throws IOException {
    var texts = new HashMap<String, String>();
    var resources =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:messages/*_" + language + ".properties");
    for (var resource : resources) {
      var bundle =
          PropertiesLoaderUtils.loadProperties(
              new EncodedResource(resource, StandardCharsets.UTF_8));
      for (var key : bundle.stringPropertyNames()) {
        if (texts.put(key, bundle.getProperty(key)) != null) {
          throw new IllegalStateException("message key " + key + " stands in two bundles");
        }
      }
    }
    return Map.copyOf(texts);
  }
}
