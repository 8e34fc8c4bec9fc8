package vn.ansinh.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import vn.ansinh.platform.Mode;

/** Gives every page its {@link Chrome}. */
@Order(0)
@ControllerAdvice(annotations = Controller.class)
class ChromeAdvice {

  private final Texts texts;
  private final ResourceUrlProvider assets;
  private final Mode mode;
  private final ObjectProvider<Unread> unread;

  ChromeAdvice(Texts texts, ResourceUrlProvider assets, Mode mode, ObjectProvider<Unread> unread) {
    this.texts = texts;
    this.assets = assets;
    this.mode = mode;
    this.unread = unread;
  }

  @ModelAttribute("chrome")
  Chrome chrome(HttpServletRequest request, Locale locale) {
    return of(request, locale, () -> unread.getObject().count());
  }

  /**
   * Form records are bound through their constructors; nothing else may be bound (mass assignment).
   */
  @InitBinder
  void bindOnlyThroughConstructors(WebDataBinder binder) {
    binder.setDeclarativeBinding(true);
  }

  /** For pages that say what went wrong: they ask nobody anything. */
  Chrome of(HttpServletRequest request, Locale locale) {
    return of(request, locale, () -> 0);
  }

  private Chrome of(HttpServletRequest request, Locale locale, IntSupplier count) {
    var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return new Chrome(
        texts,
        locale,
        this::asset,
        new Chrome.Request(
            request.getRequestURI(),
            csrf == null ? "_csrf" : csrf.getParameterName(),
            csrf == null ? "" : csrf.getToken(),
            ContentSecurity.nonceOf(request),
            mode.isDemo(),
            signedIn(),
            Display.of(request),
            count));
  }

  private String asset(String path) {
    var url = assets.getForLookupPath(path);
    return url == null ? path : url;
  }

  private static @org.jspecify.annotations.Nullable String signedIn() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication == null || authentication.getPrincipal() instanceof String
        ? null
        : authentication.getName();
  }
}
