package vn.ansinh.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.ansinh.staff.Officer;

/** Lets a request that changes something through to its handler if the officer may. */
@Configuration(proxyBeanMethods = false)
class PermissionGate implements WebMvcConfigurer, HandlerInterceptor {

  private static final Set<String> READING =
      Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/console", "/console/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && !READING.contains(request.getMethod())) {
      check(method);
    }
    return true;
  }

  static @Nullable Needs needs(HandlerMethod method) {
    var own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Needs.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class);
  }

  private static void check(HandlerMethod method) {
    if (method.hasMethodAnnotation(NeedsNoPermission.class)) {
      return;
    }
    var needs = needs(method);
    if (needs == null) {
      throw new IllegalStateException(method + " changes something and names no @Needs permission");
    }
    var signedIn = SecurityContextHolder.getContext().getAuthentication();
    if (signedIn == null
        || !(signedIn.getPrincipal() instanceof Officer officer)
        || Stream.of(needs.value()).noneMatch(officer::may)) {
      throw new AccessDeniedException("the officer's roles do not allow this");
    }
  }
}
