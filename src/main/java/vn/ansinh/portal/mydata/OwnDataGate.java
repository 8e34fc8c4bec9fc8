package vn.ansinh.portal.mydata;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.CitizenSession;

/**
 * An account that lives on a guardian's contact is in the guardian's hands. Who looked at a child,
 * all that is held about it and requests in its name are not the guardian's (ADR 23): another
 * parent may be protected from just that one.
 */
@Configuration(proxyBeanMethods = false)
class OwnDataGate implements WebMvcConfigurer, HandlerInterceptor {

  private final Accounts accounts;

  OwnDataGate(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns(MyDataPages.PATH + "/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getRequestURI().equals(MyDataPages.PATH) || !isLent()) {
      return true;
    }
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader("Location", MyDataPages.PATH);
    return false;
  }

  private boolean isLent() {
    var signedIn = SecurityContextHolder.getContext().getAuthentication();
    return signedIn != null
        && signedIn.getPrincipal() instanceof CitizenSession session
        && accounts.find(session.person()).filter(it -> it.lentBy() != null).isPresent();
  }
}
