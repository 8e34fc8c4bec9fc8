package vn.ansinh.support;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import vn.ansinh.support.Journey.Way;

/**
 * A browser window in which axe waits for pages: what stands on a page is shown here, element for
 * element and as wide, with its style sheets and without its scripts. To bring axe to each page
 * instead takes longer than axe itself; and it is a script, so pages of browsers without JavaScript
 * can be judged here only.
 */
final class Inspector {

  private static final String AXE = axe();

  /** Of WCAG 2.2 AA. */
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /** Style sheets that are there already stay, so that nothing is waited for. */
  private static final String SHOW =
      """
      async html => {
        const shown = new DOMParser().parseFromString(html, 'text/html');
        const root = document.documentElement;
        [...root.attributes].forEach(it => root.removeAttribute(it.name));
        [...shown.documentElement.attributes].forEach(it => root.setAttribute(it.name, it.value));
        const sheets = of => [...of.querySelectorAll('link[rel=stylesheet]')];
        const names = of => sheets(of).map(it => it.getAttribute('href') + it.media).join();
        if (names(shown) !== names(document)) {
          const wanted = sheets(shown).map(it => document.importNode(it));
          sheets(document).forEach(it => it.remove());
          await Promise.all(wanted.map(it => new Promise((loaded, failed) => {
            it.onload = loaded;
            it.onerror = () => failed(new Error('no style sheet ' + it.href));
            document.head.append(it);
          })));
        }
        sheets(shown).forEach(it => it.remove());
        [...document.head.children]
          .filter(it => !it.matches('link[rel=stylesheet]'))
          .forEach(it => it.remove());
        // Leaving at once is allowed, and would take axe along.
        shown.head.querySelectorAll('meta[http-equiv=refresh][content^="0;"]')
          .forEach(it => it.remove());
        document.head.prepend(...[...shown.head.children].map(it => document.importNode(it, true)));
        document.body.replaceWith(document.importNode(shown.body, true));
        scrollTo(0, 0);
      }
      """;

  private static final String JUDGE =
      """
      rules => axe
        .run(document, {
          runOnly: { type: 'tag', values: rules },
          // Passed rules are counted, not described: that is most of what axe costs.
          resultTypes: ['violations'],
        })
        .then(found => found.violations.map(rule => rule.id + ': '
          + rule.nodes.map(it => it.html + ' – ' + it.failureSummary).join('; ')))
      """;

  private final Page page;

  /**
   * @param address of the server, whose style sheets are fetched
   */
  Inspector(Browser browser, String address, Way way, ColorScheme scheme) {
    var context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(way.width(), way.width() < 600 ? 780 : 900));
    page = context.newPage();
    page.route("**/*", route -> answer(route, way));
    page.navigate(address + "/inspector");
    page.evaluate(AXE + "; 0");
  }

  private static void answer(Route route, Way way) {
    switch (route.request().resourceType()) {
      case "document" ->
          route.fulfill(
              new Route.FulfillOptions()
                  .setContentType("text/html; charset=utf-8")
                  .setBody("<!DOCTYPE html><html><head></head><body></body></html>"));
      case "stylesheet" -> {
        var sheet = route.fetch();
        var text = sheet.text();
        route.fulfill(
            new Route.FulfillOptions()
                .setResponse(sheet)
                .setBody(
                    way.javaScript()
                        ? text
                        : text.replace("(scripting: enabled)", "(scripting: none)")));
      }
      default -> route.abort();
    }
  }

  /** What axe finds wrong, a line for each rule; empty where nothing is. */
  List<?> violations(String html) {
    page.evaluate(SHOW, html);
    return (List<?>) Objects.requireNonNull(page.evaluate(JUDGE, RULES));
  }

  private static String axe() {
    try (var source = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
