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

  @Bean
  @Order(0)
  SecurityFilterChain watching(HttpSecurity http, PageSecurity pages) throws Exception {
    return pages
        .common(http.securityMatcher("/actuator/**", "/livez", "/readyz"))
        .authorizeHttpRequests(
            it -> it.requestMatchers(HttpMethod.GET).permitAll().anyRequest().denyAll())
        .build();
  }
}
