package vn.ansinh.web;

import java.time.Duration;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import vn.ansinh.platform.Mode;

/**
 * Vietnamese unless the visitor chose English; the choice is a cookie without anything personal.
 */
@Configuration(proxyBeanMethods = false)
class Languages {

  static final String COOKIE = "language";

  @Bean
  LocaleResolver localeResolver(Mode mode) {
    var resolver = new CookieLocaleResolver(COOKIE);
    resolver.setDefaultLocale(Texts.VIETNAMESE);
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSecure(!mode.isDemo());
    resolver.setCookieSameSite("Lax");
    resolver.setRejectInvalidCookies(false);
    return resolver;
  }

  /** Only the two languages there are, whatever a request asks for. */
  static Locale known(String language) {
    return language.equals("en") ? Texts.ENGLISH : Texts.VIETNAMESE;
  }

  /** A path of this site to go back to; anything else leads to the start page. */
  static String safeReturn(String path) {
    var local =
        path.startsWith("/") && !path.startsWith("//") && path.chars().allMatch(Languages::plain);
    return local ? path : "/";
  }

  private static boolean plain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "/-_.?=&".indexOf(c) >= 0;
  }
}
