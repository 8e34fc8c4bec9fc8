package vn.ansinh.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import vn.ansinh.staff.Permission;
import vn.ansinh.staff.StaffSessions;
import vn.ansinh.web.PageSecurity;
import vn.ansinh.web.SignedInFilter;

/**
 * Nothing of the console is open but the sign-in; administration needs its own permission. What is
 * not named here is refused, so a new page is until it stands in one of the lists.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

  private static final String[] WITH_FILES = {
    "/console/queue/**",
    "/console/next",
    "/console/files/**",
    "/console/children/**",
    "/console/tasks/**",
    "/console/paper",
    "/console/recoveries/**",
    "/console/data-requests/**",
    "/console/adjusting/**",
    "/console/workload"
  };

  @Bean
  @Order(100)
  SecurityFilterChain console(
      HttpSecurity http, PageSecurity pages, StaffSessions sessions, ConsoleCookies cookies)
      throws Exception {
    return pages
        .common(http.securityMatcher("/console", "/console/**"))
        .addFilterBefore(
            new SignedInFilter(
                it ->
                    cookies
                        .session(it)
                        .flatMap(
                            cookie ->
                                sessions
                                    .current(cookie)
                                    .map(officer -> new SignedInOfficer(officer, cookie)))),
            AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(
            it ->
                it.requestMatchers("/console/sign-in", "/console/sign-in/**")
                    .permitAll()
                    .requestMatchers("/console", "/console/sign-out", "/console/account/**")
                    .authenticated()
                    .requestMatchers("/console/admin/**")
                    .hasAuthority(Permission.ADMINISTER.name())
                    .requestMatchers(WITH_FILES)
                    .hasAuthority(Permission.SEE_FILES.name())
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(it -> it.authenticationEntryPoint(ConsoleSecurity::askToSignIn))
        .build();
  }

  private static void askToSignIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", "/console/sign-in");
  }
}
