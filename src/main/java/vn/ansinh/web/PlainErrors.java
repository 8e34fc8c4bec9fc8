package vn.ansinh.web;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the {@link PlainErrorValve} innermost, before the server's own report. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class PlainErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final ContentSecurity security;
  private final Texts texts;

  PlainErrors(ContentSecurity security, Texts texts) {
    this.security = security;
    this.texts = texts;
  }

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    server.addContextCustomizers(
        context ->
            context.getParent().getPipeline().addValve(new PlainErrorValve(security, texts)));
  }
}
