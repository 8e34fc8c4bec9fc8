package vn.ansinh.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.AbstractView;

/**
 * Renders precompiled JTE templates; there is no maintained starter for this generation of Spring
 * Boot.
 */
@Configuration(proxyBeanMethods = false)
class JteViews {

  @Bean
  TemplateEngine templates() {
    return TemplateEngine.createPrecompiled(ContentType.Html);
  }

  @Bean
  ViewResolver jte(TemplateEngine engine) {
    return new Resolver(engine);
  }

  private record Resolver(TemplateEngine engine) implements ViewResolver, Ordered {
    @Override
    public @org.jspecify.annotations.Nullable View resolveViewName(
        String name, java.util.Locale locale) {
      var template = name + ".jte";
      return name.startsWith("redirect:") || !engine.hasTemplate(template)
          ? null
          : new JteView(engine, template);
    }

    @Override
    public int getOrder() {
      return 0;
    }
  }

  private static final class JteView extends AbstractView {
    private final TemplateEngine engine;
    private final String template;

    JteView(TemplateEngine engine, String template) {
      this.engine = engine;
      this.template = template;
      setContentType("text/html;charset=UTF-8");
    }

    @Override
    protected void renderMergedOutputModel(
        Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
        throws Exception {
      var output = new Utf8ByteOutput();
      engine.render(template, model, output);
      response.setContentType(getContentType());
      response.setContentLength(output.getContentLength());
      try (var body = response.getOutputStream()) {
        output.writeTo(body);
      }
    }
  }
}
