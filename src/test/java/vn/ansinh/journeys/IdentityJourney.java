package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.federation.IdentityServer;

/** The button, the provider's own page, and home; and the pages for when it does not lead there. */
class IdentityJourney extends AccountJourney {

  private static final FrontDoor DOOR = FrontDoor.open();
  private static final IdentityServer SERVER =
      IdentityServer.leadingTo(DOOR.address() + "/sign-in/identity/vneid/return");
  private static final String BUTTON = "form[action='/sign-in/identity/vneid'] button";

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
    visitor.page.route(SERVER.issuer() + "/oauth2/authorize**", IdentityJourney::cancel);
    visitor.page.locator(BUTTON).click();
    assertThat(visitor.page.locator("h1")).containsText(words(way, "Bạn đã dừng", "You stopped"));
    visitor.step("cancelled");
    assertThat(visitor.page.locator(BUTTON)).isVisible();
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
