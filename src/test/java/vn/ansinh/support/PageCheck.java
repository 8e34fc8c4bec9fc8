package vn.ansinh.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import vn.ansinh.support.Journey.Way;

/**
 * What every page of every journey must be: without a violation of WCAG 2.2 AA that axe can find.
 * Many journeys pass the same pages; one with the same elements, attributes and places of text as
 * stood there before in this run, in the same width, scheme and language, has already been judged:
 * axe looks at what a page is made of, not at whose name stands on it. What was found clean is
 * known to all processes of the run.
 */
final class PageCheck {

  /** Where tokens, addresses with ids and what was typed stand, and counted or masked digits. */
  private static final Pattern ONE_TIME =
      Pattern.compile("\\b(nonce|value|src|href|action)=\"[^\"]+\"|[0-9•]+");

  /** What is to be read; spaces alone are none. */
  private static final Pattern TEXT = Pattern.compile(">\\s*[^<\\s][^<]*<");

  private static final Path CLEAN = Path.of("target", "clean-pages", run());

  private PageCheck() {}

  /** The file that is there once a page that reads like this was found clean. */
  static Path judged(Way way, ColorScheme scheme, String html) {
    var page =
        way + " " + scheme + ONE_TIME.matcher(TEXT.matcher(html).replaceAll(">…<")).replaceAll("");
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(page.getBytes(StandardCharsets.UTF_8));
      return CLEAN.resolve(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean isClean(Path judged) {
    return Files.exists(judged);
  }

  static void judge(Inspector inspector, Page page, String html, Path judged) {
    assertThat(inspector.violations(html)).as("axe at " + page.url()).isEmpty();
    try {
      Files.createDirectories(CLEAN);
      Files.write(judged, new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Pixels by which the page is wider than its window. */
  static int sideways(Page page) {
    return ((Number)
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .intValue();
  }

  /** The same for all processes that one build has started, and never that of another build. */
  private static String run() {
    var build = ProcessHandle.current().parent().orElse(ProcessHandle.current());
    return build.pid() + "-" + build.info().startInstant().orElse(Instant.EPOCH).getEpochSecond();
  }
}
