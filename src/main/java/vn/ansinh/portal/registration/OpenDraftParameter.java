package vn.ansinh.portal.registration;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.ansinh.registration.Drafts;

/** Finds the draft of the request's cookie; without one the person is led to the start. */
@Component
class OpenDraftParameter implements HandlerMethodArgumentResolver, WebMvcConfigurer {

  static final String DONE = "/registration/done";

  private final Drafts drafts;
  private final DraftCookie cookie;

  OpenDraftParameter(Drafts drafts, DraftCookie cookie) {
    this.drafts = drafts;
    this.cookie = cookie;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == OpenDraft.class;
  }

  @Override
  public OpenDraft resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var http = requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    var secret = cookie.read(http).orElseThrow(NoDraft::new);
    var draft = drafts.find(secret).orElseThrow(NoDraft::new);
    if (draft.submittedAs() != null && !http.getRequestURI().equals(DONE)) {
      throw new AlreadySent();
    }
    return new OpenDraft(draft, secret);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  /** The browser has no draft, or its seven days are over. */
  static final class NoDraft extends RuntimeException {
    NoDraft() {
      super("no draft", null, false, false);
    }
  }

  /** The draft has become a declaration; there is nothing left to fill in. */
  static final class AlreadySent extends RuntimeException {
    AlreadySent() {
      super("already sent", null, false, false);
    }
  }
}
