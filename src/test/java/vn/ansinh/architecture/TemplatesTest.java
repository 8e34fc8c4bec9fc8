package vn.ansinh.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.html.OwaspHtmlPolicy;
import gg.jte.html.policy.PreventInlineEventHandlers;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {

  static final Path TEMPLATES = Path.of("src/main/jte");

  @Test
  void templates_hold_no_inline_script(@TempDir Path generated) {
    var policy = new OwaspHtmlPolicy();
    policy.addPolicy(new PreventInlineEventHandlers());
    var engine =
        TemplateEngine.create(new DirectoryCodeResolver(TEMPLATES), generated, ContentType.Html);
    engine.setHtmlPolicy(policy);
    engine.generateAll();
  }

  @Test
  void pages_hold_no_inline_style_and_load_nothing_from_elsewhere() throws IOException {
    var forbidden = Pattern.compile("\\sstyle=|<style|(?:src|href|action)=\"(?:https?:)?//");
    try (var files = Files.walk(TEMPLATES)) {
      var offenders =
          files
              .filter(
                  it ->
                      it.toString().endsWith(".jte")
                          && !it.startsWith(TEMPLATES.resolve("document")))
              .filter(it -> forbidden.matcher(read(it)).find());
      assertThat(offenders).isEmpty();
    }
  }

  @Test
  void every_form_that_writes_carries_the_token() throws IOException {
    var form = Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL);
    try (var files = Files.walk(TEMPLATES)) {
      var offenders =
          files
              .filter(it -> it.toString().endsWith(".jte"))
              .filter(
                  it ->
                      form.matcher(read(it))
                          .results()
                          .anyMatch(f -> !f.group().contains("component.csrf")));
      assertThat(offenders).isEmpty();
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
