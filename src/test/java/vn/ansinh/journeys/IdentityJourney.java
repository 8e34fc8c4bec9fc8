package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.AccountClosings;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.Denials;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.audit.Actor;
import vn.ansinh.federation.IdentityServer;

/** The button, the provider's own page, and home; and the pages for when it does not lead there. */
class IdentityJourney extends AccountJourney {

  private static final FrontDoor DOOR = FrontDoor.open();
  private static final IdentityServer SERVER =
      IdentityServer.leadingTo(DOOR.address() + "/sign-in/identity/vneid/return");
  private static final String BUTTON = "form[action='/sign-in/identity/vneid'] button";

  private static final String RECOVERY = "form[action='/sign-in/identity/vneid/recovery'] button";

  /** As the sign-ins of which the owner is told are counted. */
  private static final Budget TOLD = Budget.of("proved-entry.told", 30, Duration.ofDays(1));

  private static final Pattern PART =
      Pattern.compile("(?:src|href)=\"(/(?:css|js|img|fonts|webjars)/[^\"]*)\"");

  @Autowired Budgets budgets;
  @Autowired Denials denials;
  @Autowired AccountClosings closings;
  @Autowired TransactionTemplate transaction;

  private String account;

  @DynamicPropertySource
  static void aProvider(DynamicPropertyRegistry settings) {
    settings.add("ansinh.public-url", DOOR::address);
    settings.add("ansinh.federation.providers.vneid.issuer", SERVER::issuer);
    settings.add("ansinh.federation.providers.vneid.client-id", () -> IdentityServer.CLIENT);
    settings.add("ansinh.federation.providers.vneid.timeout", () -> "20s");
    settings.add("ansinh.federation.providers.vneid.client-secret", () -> IdentityServer.SECRET);
  }

  @BeforeEach
  void an_account_elsewhere() {
    DOOR.leadsTo(address());
    SERVER.does(IdentityServer.Fault.NONE);
    account = "account-" + UUID.randomUUID();
  }

  @ParameterizedTest
  @MethodSource("corners")
  void an_electronic_identity_is_linked_signs_in_and_is_removed(Way way) {
    var lan = signedIn(visitor(way));
    SERVER.knows(account, claims(lan, Map.of()));
    var visitor = visitor(way);
    visitor.open("/sign-in");
    visitor.step("sign-in");
    leave(visitor);
    signInThere(visitor.page);
    assertThat(visitor.page).hasURL(address() + "/sign-in/proved/first");
    visitor.step("first-time");
    visitor.page.locator("main form button.primary").click();
    assertThat(visitor.page).hasURL(address() + "/sign-in/code");
    fill(visitor.page, "code", letterBox.newestCode(lan.phone()));
    visitor.page.locator("main form button.primary").click();
    assertThat(visitor.page).hasURL(address() + "/home");

    var other = visitor(way);
    other.open("/sign-in");
    other.page.locator(BUTTON).click();
    signInThere(other.page);
    assertThat(other.page).hasURL(address() + "/sign-in/proved/elsewhere");
    other.step("elsewhere");
    other.page.locator("main form button.primary").click();
    assertThat(other.page).hasURL(address() + "/home");
    other.open("/home/sign-in-methods");
    assertThat(other.page.locator("section[aria-labelledby=identities] dt"))
        .hasText(words(way, "VNeID, mức độ 2", "VNeID, level 2"));
    other.step("linked");
    other.page.locator("section[aria-labelledby=identities] dd.change a").click();
    other.step("one-identity");
    fill(other.page, "inUse", OWN);
    press(other.page, way, "Xóa cách đăng nhập này", "Remove this method");
    assertThat(other.page.locator(".banner.good")).isVisible();
    assertThat(other.page.locator(BUTTON)).isVisible();
    other.step("removed");
  }

  @ParameterizedTest
  @MethodSource("corners")
  void a_forgotten_password_is_set_anew_by_who_is_linked(Way way) {
    var visitor = visitor(way);
    var lan = signedIn(visitor);
    SERVER.knows(account, claims(lan, Map.of()));
    forgetSession(visitor);
    come(visitor);
    signInThere(visitor.page);
    assertThat(visitor.page).hasURL(address() + "/home");
    visitor.open("/home/known-devices");
    assertThat(visitor.page.locator("main"))
        .containsText(words(way, "VNeID, mức độ 2", "VNeID, level 2"));
    visitor.step("devices");

    var other = visitor(way);
    other.open("/sign-in/recovery");
    other.step("recovery");
    other.page.locator(RECOVERY).click();
    signInThere(other.page);
    assertThat(other.page).hasURL(address() + "/first-password");
    other.step("new-password");
    fill(other.page, "password", "gio thoi mat ruoi");
    fill(other.page, "repeated", "gio thoi mat ruoi");
    other.page.locator("main form button.primary").click();
    assertThat(other.page).hasURL(address() + "/home?notice=password-set");
    visitor.open("/home");
    assertThat(visitor.page).hasURL(address() + "/sign-in");
  }

  @ParameterizedTest
  @MethodSource("console")
  void what_does_not_sign_in_says_what_to_do(Way way) {
    var lan = signedIn(visitor(way));
    var visitor = visitor(way);
    SERVER.knows(account, claims(lan, Map.of("ho_ten", "TRẦN VĂN KHÁC")));
    come(visitor);
    signInThere(visitor.page);
    assertThat(visitor.page.locator("main .banner.warn")).isVisible();
    visitor.step("not-matched");
    assertThat(visitor.page.locator("main a[href='/registration']")).isVisible();

    SERVER.knows(account, claims(lan, Map.of("muc_do", 1)));
    // There one is still signed in: it leads straight back.
    come(visitor);
    assertThat(visitor.page.locator("h1")).containsText(words(way, "chưa đủ", "too low"));
    visitor.step("level-too-low");

    visitor.open("/sign-in/identity/vneid/return?code=old&state=old");
    visitor.step("over");

    visitor.open("/sign-in");
    visitor.takesTheWindowAlong();
    visitor.page.route(SERVER.issuer() + "/oauth2/authorize**", IdentityJourney::cancel);
    visitor.page.locator(BUTTON).click();
    assertThat(visitor.page.locator("h1")).containsText(words(way, "Bạn đã dừng", "You stopped"));
    visitor.step("cancelled");
    assertThat(visitor.page.locator(BUTTON)).isVisible();
  }

  @ParameterizedTest
  @MethodSource("console")
  void what_does_not_open_an_account_of_ones_own_says_what_to_do(Way way) {
    var visitor = visitor(way);
    var lan = signedIn(visitor);
    SERVER.knows(account, claims(lan, Map.of()));
    forgetSession(visitor);
    visitor.open("/sign-in/recovery");
    visitor.page.locator(RECOVERY).click();
    signInThere(visitor.page);
    assertThat(visitor.page.locator("main a[href='/sign-in/recovery']")).isVisible();
    visitor.step("not-linked");

    for (int i = 0; i < TOLD.limit(); i++) {
      budgets.take(TOLD, lan.id().value().toString());
    }
    come(visitor);
    assertThat(visitor.page.locator("h1")).containsText(words(way, "quá nhiều lần", "Too many"));
    visitor.step("too-many");

    transaction.executeWithoutResult(_ -> denials.deny(denials.link(lan.id(), UUID.randomUUID())));
    come(visitor);
    assertThat(visitor.page.locator("h1")).containsText(words(way, "đang bị khóa", "is locked"));
    assertThat(visitor.page.locator("main a[href='/sign-in/recovery']")).isVisible();
    visitor.step("frozen");

    var minh = Somebody.withAccount(people, accounts);
    transaction.executeWithoutResult(
        _ -> closings.close(closings.hold(minh.id()).orElseThrow(), Actor.of(minh.id())));
    SERVER.knows(account, claims(minh, Map.of()));
    come(visitor);
    assertThat(visitor.page.locator("main a[href='/registration']")).isVisible();
    visitor.step("stopped");
  }

  /** Goal P6, compressed as browsers ask for it. */
  @Test
  void the_sign_in_page_with_the_button_weighs_46_kB_at_most() throws Exception {
    var page = compressed("/sign-in");
    var text = new String(unpacked(page), StandardCharsets.UTF_8);
    Assertions.assertThat(text).contains("/sign-in/identity/vneid");
    long all = page.length;
    var parts = PART.matcher(text).results().map(it -> it.group(1)).distinct().toList();
    Assertions.assertThat(parts).hasSizeGreaterThan(1);
    for (var part : parts) {
      all += compressed(part).length;
    }
    Assertions.assertThat(all).isBetween(5_000L, 46_000L);
  }

  private byte[] compressed(String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(address() + path))
              .header("Accept-Encoding", "gzip")
              .build();
      var answer = client.send(request, BodyHandlers.ofByteArray());
      Assertions.assertThat(answer.statusCode()).as(path).isEqualTo(200);
      return answer.body();
    }
  }

  private static byte[] unpacked(byte[] page) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(page))) {
      return in.readAllBytes();
    }
  }

  /** Signed out, on a device the account knows. */
  private static void forgetSession(Visitor visitor) {
    visitor.context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("ansinh"));
  }

  /** As somebody does who presses "no" there. */
  private static void cancel(Route route) {
    var state = route.request().url().replaceFirst(".*[?&]state=([^&]*).*", "$1");
    var back = "/sign-in/identity/vneid/return?error=access_denied&state=" + state;
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("text/html")
            .setBody(
                "<meta http-equiv=\"refresh\" content=\"0; url=%s%s\">"
                    .formatted(DOOR.address(), back)));
  }

  private void come(Visitor visitor) {
    visitor.open("/sign-in");
    visitor.page.locator(BUTTON).click();
  }

  /** Looks at the page in between, which the browser leaves by itself. */
  private void leave(Visitor visitor) {
    if (!visitor.way.javaScript()) {
      visitor.page.locator(BUTTON).click();
      return;
    }
    // An answer without content leaves the browser where it is.
    visitor.page.route(
        SERVER.issuer() + "/oauth2/authorize**",
        route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
    visitor.page.locator(BUTTON).click();
    assertThat(visitor.page.locator("main a.button.primary")).isVisible();
    visitor.step("leaving");
    visitor.page.unroute(SERVER.issuer() + "/oauth2/authorize**");
    visitor.page.locator("main a.button.primary").click();
  }

  private void signInThere(Page page) {
    page.locator("input[name=username]").fill(account);
    page.locator("input[name=password]").fill(IdentityServer.PASSWORD);
    page.locator("button[type=submit]").first().click();
  }

  private static Map<String, Object> claims(Somebody somebody, Map<String, Object> besides) {
    var claims =
        new HashMap<String, Object>(
            Map.of(
                "so_dinh_danh",
                somebody.person().personalId(),
                "ho_ten",
                "NGUYỄN THỊ HÒA MẪU",
                "ngay_sinh",
                "15/01/1990",
                "muc_do",
                2));
    claims.putAll(besides);
    return claims;
  }
}
