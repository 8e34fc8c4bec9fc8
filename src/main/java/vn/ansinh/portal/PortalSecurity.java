package vn.ansinh.portal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import vn.ansinh.accounts.Sessions;
import vn.ansinh.web.PageSecurity;
import vn.ansinh.web.SignedInFilter;

/**
 * Who may see which page of the portal. What is not named here does not exist for anybody: a new
 * page is refused until it stands in one of the lists.
 */
@Configuration(proxyBeanMethods = false)
class PortalSecurity {

  private static final String[] FOR_EVERYBODY = {
    "/",
    "/registration/**",
    "/status/**",
    "/units/**",
    "/offices/**",
    "/help/**",
    "/legal/**",
    "/language",
    "/sign-in/**",
    "/sign-out",
    "/first-password",
    "/not-me",
    "/not-me/**",
    "/error",
    "/favicon.ico",
    "/robots.txt"
  };

  private static final String FOR_PERSONS = "/home";

  @Bean
  @Order(1000)
  SecurityFilterChain portal(
      HttpSecurity http, PageSecurity pages, Sessions sessions, PortalCookies cookies)
      throws Exception {
    return pages
        .common(
            http.securityMatchers(
                it ->
                    it.requestMatchers(PageSecurity.ASSETS)
                        .requestMatchers(FOR_EVERYBODY)
                        .requestMatchers(FOR_PERSONS, FOR_PERSONS + "/**")))
        .addFilterBefore(
            new SignedInFilter(
                it ->
                    it.getRequestURI().equals(PortalCookies.WATCH)
                        ? Optional.empty()
                        : cookies.session(it).flatMap(sessions::current).map(SignedIn::new)),
            AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(
            it ->
                it.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(PageSecurity.ASSETS)
                    .permitAll()
                    .requestMatchers(FOR_EVERYBODY)
                    .permitAll()
                    .requestMatchers(FOR_PERSONS, FOR_PERSONS + "/**")
                    .hasAuthority(SignedIn.PERSON)
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            it ->
                it.authenticationEntryPoint(PortalSecurity::askToSignIn)
                    .accessDeniedHandler(PortalSecurity::refuse))
        .build();
  }

  /** To the sign-in page from a person's page; anything else does not exist. */
  private static void askToSignIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    var path = request.getRequestURI();
    if (path.equals(FOR_PERSONS) || path.startsWith(FOR_PERSONS + "/")) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", "/sign-in");
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    response.sendError(
        why instanceof CsrfException
            ? HttpServletResponse.SC_FORBIDDEN
            : HttpServletResponse.SC_NOT_FOUND);
  }
}
