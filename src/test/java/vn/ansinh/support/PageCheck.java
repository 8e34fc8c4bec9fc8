package vn.ansinh.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.ansinh.support.Journey.Way;

/**
 * What every page of every journey must be: without a violation of WCAG 2.2 AA that axe can find,
 * and without sideways scrolling. Many journeys pass the same pages; one that stands there word for
 * word as it stood before, in the same width, scheme and language and apart from numbers and
 * one-time tokens, has already been judged.
 */
final class PageCheck {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /** Where tokens, addresses with ids and what was typed stand, and counted or masked digits. */
  private static final Pattern ONE_TIME =
      Pattern.compile("\\b(nonce|value|src|href|action)=\"[^\"]+\"|[0-9•]+");

  private static final Set<String> CLEAN = ConcurrentHashMap.newKeySet();

  private PageCheck() {}

  static void check(Page page, Way way, ColorScheme scheme) {
    assertThat(sideways(page)).as("sideways scrolling at " + page.url()).isLessThanOrEqualTo(0);
    var seen = way + " " + scheme + ONE_TIME.matcher(page.content()).replaceAll("");
    if (CLEAN.contains(seen)) {
      return;
    }
    assertThat(violations(page)).as("axe at " + page.url()).isEmpty();
    CLEAN.add(seen);
  }

  private static int sideways(Page page) {
    return ((Number)
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .intValue();
  }

  private static List<String> violations(Page page) {
    return new AxeBuilder(page)
            // No page has frames; without them the second half would only cost a page of its own.
            .setLegacyMode(true)
            .withTags(RULES)
            .analyze()
            .getViolations()
            .stream()
            .map(
                rule ->
                    rule.getId()
                        + ": "
                        + rule.getNodes().stream()
                            .map(node -> node.getHtml() + " – " + node.getFailureSummary())
                            .collect(Collectors.joining("; ")))
            .toList();
  }
}
