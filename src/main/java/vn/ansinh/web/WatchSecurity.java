package vn.ansinh.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Health and metrics for whoever watches the server. They need no sign-in because they are where
 * only the operator is: production serves them on a loopback port of their own, and only the bare
 * {@code /livez} and {@code /readyz} beside the pages.
 */
@Configuration(proxyBeanMethods = false)
class WatchSecurity {

  /** Whatever else the framework offers does not exist, even if somebody exposes it. */
  private static final String[] WATCHED = {
    "/livez", "/readyz", "/actuator/health", "/actuator/health/**", "/actuator/prometheus"
  };

  @Bean
  @Order(0)
  SecurityFilterChain watching(HttpSecurity http, PageSecurity pages) throws Exception {
    return pages
        .common(http.securityMatcher("/actuator/**", "/livez", "/readyz"))
        .authorizeHttpRequests(
            it -> it.requestMatchers(HttpMethod.GET, WATCHED).permitAll().anyRequest().denyAll())
        .build();
  }
}
