package vn.ansinh.portal.home;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.PasswordAge;

/**
 * Where the operator enforces it, signing in with an old password leads to setting a new one, and
 * nothing of the person's own is shown before.
 */
@Configuration(proxyBeanMethods = false)
class PasswordGate implements WebMvcConfigurer, HandlerInterceptor {

  private static final String CHANGE = "/home/password";

  private final PasswordAge age;

  PasswordGate(PasswordAge age) {
    this.age = age;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/home", "/home/**").excludePathPatterns(CHANGE);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var signedIn = SecurityContextHolder.getContext().getAuthentication();
    if (signedIn == null
        || !(signedIn.getPrincipal() instanceof CitizenSession session)
        || !age.mustChange(session.person())) {
      return true;
    }
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader("Location", CHANGE);
    return false;
  }
}
