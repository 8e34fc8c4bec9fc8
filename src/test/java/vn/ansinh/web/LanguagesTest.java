package vn.ansinh.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.ansinh.platform.Mode;

class LanguagesTest {

  @Test
  void the_cookie_goes_over_encrypted_transport_only_where_there_is_any() {
    assertThat(cookie(Mode.Kind.PRODUCTION)).contains("Secure", "HttpOnly", "SameSite=Lax");
    assertThat(cookie(Mode.Kind.DEMO)).doesNotContain("Secure").contains("HttpOnly");
  }

  private static String cookie(Mode.Kind mode) {
    var response = new MockHttpServletResponse();
    new Languages()
        .localeResolver(new Mode(mode))
        .setLocale(new MockHttpServletRequest(), response, Texts.ENGLISH);
    return String.valueOf(response.getHeader("Set-Cookie"));
  }
}
