package vn.ansinh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.FormToken;

@ApplicationTest
class PortalSecurityTest {

  @Autowired MockMvcTester server;

  @Test
  void personal_pages_ask_to_sign_in() {
    for (var path : new String[] {"/home", "/home/password", "/home/whatever"}) {
      assertThat(server.get().uri(path))
          .hasStatus(HttpStatus.SEE_OTHER)
          .headers()
          .hasValue("Location", "/sign-in");
    }
  }

  @Test
  void what_nobody_named_does_not_exist() {
    for (var path : new String[] {"/nowhere", "/homes", "/console-like", "/v3/api-docs"}) {
      assertThat(server.get().uri(path)).hasStatus(HttpStatus.NOT_FOUND);
    }
  }

  @Test
  void a_post_without_the_token_is_refused() {
    for (var path : new String[] {"/sign-in", "/sign-out", "/first-password", "/language"}) {
      assertThat(server.post().uri(path)).hasStatus(HttpStatus.FORBIDDEN);
    }
  }

  @Test
  void a_post_another_site_sends_is_refused_even_with_the_token() {
    for (var site : new String[] {"cross-site", "same-site"}) {
      assertThat(
              server.post().uri("/sign-out").header("Sec-Fetch-Site", site).with(FormToken.sent()))
          .hasStatus(HttpStatus.FORBIDDEN);
    }
    assertThat(
            server
                .post()
                .uri("/sign-out")
                .header("Sec-Fetch-Site", "same-origin")
                .with(FormToken.sent()))
        .hasStatus(HttpStatus.SEE_OTHER);
    assertThat(server.get().uri("/sign-in").header("Sec-Fetch-Site", "cross-site")).hasStatusOk();
  }

  @Test
  void pages_are_never_cached() {
    assertThat(server.get().uri("/sign-in"))
        .hasStatusOk()
        .headers()
        .hasValue("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
  }

  @Test
  void a_forged_session_cookie_is_nobody() {
    for (var forged : new String[] {"x", "00000000-0000-0000-0000-000000000000.abc", "%00"}) {
      assertThat(server.get().uri("/home").cookie(new Cookie("ansinh", forged)))
          .hasStatus(HttpStatus.SEE_OTHER);
    }
  }
}
