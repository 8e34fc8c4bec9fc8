package vn.ansinh.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A person with a real browser in front of the real server. Every {@link Visitor#step} checks the
 * page with axe (WCAG 2.2 AA), that nothing scrolls sideways and that the browser's console stayed
 * silent.
 */
@ServerTest
public abstract class Journey {

  /** What the camera sees: JPEGs, one after the other. Written by the journey that uses it. */
  protected static final Path CAMERA = Fork.path("camera.mjpeg");

  private static final Path CHROMIUM = findChromium();

  /** On demand: to draw and pack whole pages costs a quarter of a journey. */
  private static final boolean SCREENSHOTS = Boolean.getBoolean("journeys.screenshots");

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // Scripts are short, and the processors are busy with other tests.
          "--js-flags=--single-threaded",
          // A camera that always shows the pictures of one file, and may be used.
          "--use-fake-device-for-media-stream",
          "--use-fake-ui-for-media-stream",
          "--use-file-for-fake-video-capture=" + CAMERA.toAbsolutePath());

  /** One for each way of looking at each server of these tests. */
  private static final Map<String, Inspector> INSPECTORS = new HashMap<>();

  /** Of nobody at the moment. */
  private static final Map<String, Deque<Window>> WINDOWS = new HashMap<>();

  private static Playwright playwright;
  private static Browser browser;

  @LocalServerPort protected int port;

  private final java.util.ArrayList<Visitor> visitors = new java.util.ArrayList<>();

  /** How somebody looks at the site. */
  public record Way(String name, int width, boolean javaScript, String language) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Phone and desktop, with and without JavaScript, in both languages: for the main way. */
  protected static Stream<Way> ways() {
    return Stream.of(
        new Way("phone-js-vi", 360, true, "vi"),
        new Way("phone-nojs-vi", 360, false, "vi"),
        new Way("desktop-dark-js-en", 1280, true, "en"),
        new Way("desktop-nojs-en", 1280, false, "en"));
  }

  /** Two opposite corners: each width, scheme and language once, with a script and without. */
  protected static Stream<Way> corners() {
    return Stream.of(
        new Way("phone-dark-js-vi", 360, true, "vi"),
        new Way("desktop-nojs-en", 1280, false, "en"));
  }

  /** The other two, for pages whose script only adds comfort. */
  protected static Stream<Way> console() {
    return ways().filter(it -> it.javaScript() != it.width() < 600);
  }

  protected Visitor visitor(Way way) {
    return visitor(way, way.name().contains("dark") ? ColorScheme.DARK : ColorScheme.LIGHT);
  }

  protected Visitor visitor(Way way, ColorScheme scheme) {
    var window = window(way, scheme);
    window.context.addCookies(
        List.of(
            new com.microsoft.playwright.options.Cookie("language", way.language())
                .setUrl(address())));
    var visitor = new Visitor(way, scheme, window);
    visitors.add(visitor);
    return visitor;
  }

  /** One that stands by, or a new one: to open one takes longer than most pages. */
  private Window window(Way way, ColorScheme scheme) {
    var kind = address() + " " + way.width() + " " + way.javaScript() + " " + scheme;
    var idle = WINDOWS.computeIfAbsent(kind, _ -> new ArrayDeque<>()).poll();
    if (idle != null) {
      return idle;
    }
    var context =
        browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(way.width(), way.width() < 600 ? 780 : 900)
                    .setJavaScriptEnabled(way.javaScript())
                    .setColorScheme(scheme)
                    .setBaseURL(address())
                    .setExtraHTTPHeaders(Map.of()));
    context.setDefaultTimeout(45_000);
    return new Window(kind, context);
  }

  protected String address() {
    return "http://localhost:" + port;
  }

  protected static void fill(Page page, String name, String value) {
    page.locator("#" + name).fill(value);
  }

  protected static void press(Page page, Way way, String vietnamese, String english) {
    var name = new Page.GetByRoleOptions().setName(words(way, vietnamese, english)).setExact(true);
    page.getByRole(AriaRole.BUTTON, name).click();
  }

  protected static String words(Way way, String vietnamese, String english) {
    return way.language().equals("vi") ? vietnamese : english;
  }

  @AfterEach
  void everybody_leaves() {
    visitors.forEach(Visitor::leave);
    visitors.clear();
  }

  /** With a page that is used by one person after the other. */
  private static final class Window {
    private final String kind;
    private final BrowserContext context;
    private final Page page;
    private final java.util.ArrayList<String> complaints = new java.util.ArrayList<>();

    Window(String kind, BrowserContext context) {
      this.kind = kind;
      this.context = context;
      this.page = context.newPage();
      page.onConsoleMessage(
          it -> {
            if (it.type().equals("error") && !it.text().contains("status of 4")) {
              complaints.add(it.text());
            }
          });
      page.onPageError(complaints::add);
    }

    /** Nothing of who was here is left to the next. */
    void clean(String quiet) {
      page.evaluate("localStorage.clear(), sessionStorage.clear()");
      page.navigate(quiet);
      context.clearCookies();
      complaints.clear();
    }
  }

  /** One person: a browser window with cookies of its own. */
  public final class Visitor {
    public final Way way;
    private final ColorScheme scheme;
    public final BrowserContext context;
    public final Page page;
    private final Window window;
    private boolean takesTheWindowAlong;
    private int steps;

    Visitor(Way way, ColorScheme scheme, Window window) {
      this.way = way;
      this.scheme = scheme;
      this.window = window;
      this.context = window.context;
      this.page = window.page;
    }

    /** To be said by who changes the window itself: nobody else gets it. */
    public void takesTheWindowAlong() {
      takesTheWindowAlong = true;
    }

    private void leave() {
      if (takesTheWindowAlong || !page.url().startsWith(address() + "/")) {
        context.close();
        return;
      }
      window.clean(address() + "/img/mark.svg");
      WINDOWS.computeIfAbsent(window.kind, _ -> new ArrayDeque<>()).add(window);
    }

    public String address() {
      return Journey.this.address();
    }

    public void open(String path) {
      page.navigate(address() + path);
    }

    /**
     * Checks the page as it stands now. With {@code -Djourneys.screenshots=true} a screenshot of a
     * page that was not seen before in this run is kept under {@code target/journeys}.
     */
    public void step(String name) {
      page.waitForLoadState();
      steps++;
      assertThat(PageCheck.sideways(page))
          .as("sideways scrolling at " + page.url())
          .isLessThanOrEqualTo(0);
      var content = page.content();
      var html = way.javaScript() ? content : content.replaceAll("</?noscript[^>]*>", "");
      var judged = PageCheck.judged(way, scheme, html);
      if (!PageCheck.isClean(judged)) {
        screenshot(name);
        PageCheck.judge(inspector(way, scheme), page, html, judged);
      }
      assertThat(window.complaints).as("browser console at " + name).isEmpty();
    }

    private void screenshot(String name) {
      if (!SCREENSHOTS) {
        return;
      }
      var file =
          Path.of(
              "target/journeys", journeyName(), way.name(), "%02d-%s.png".formatted(steps, name));
      page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }
  }

  private String journeyName() {
    return getClass().getSimpleName();
  }

  private Inspector inspector(Way way, ColorScheme scheme) {
    return INSPECTORS.computeIfAbsent(
        address() + " " + way.width() + " " + way.javaScript() + " " + scheme,
        _ -> new Inspector(browser(), address(), way, scheme));
  }

  private static synchronized Browser browser() {
    if (browser == null) {
      playwright = Playwright.create();
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(CHROMIUM)
                      .setHeadless(true)
                      .setArgs(ARGUMENTS));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }
    return browser;
  }

  private static Path findChromium() {
    var configured = System.getenv("ANSINH_CHROMIUM");
    return Stream.of(
            configured,
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .filter(java.util.Objects::nonNull)
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no Chromium found: install the package chromium or set ANSINH_CHROMIUM to its path"));
  }
}
