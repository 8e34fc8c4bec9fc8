package vn.ansinh.demo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import vn.ansinh.web.PageSecurity;

/** The demo's pages are open to everybody; without this chain the portal's rules refuse them. */
@DemoOnly
@Configuration(proxyBeanMethods = false)
class DemoSecurity {

  @Bean
  @Order(300)
  SecurityFilterChain demo(HttpSecurity http, PageSecurity pages) throws Exception {
    return pages
        .common(http)
        .securityMatcher("/demo", "/demo/**")
        .authorizeHttpRequests(it -> it.anyRequest().permitAll())
        .build();
  }
}
