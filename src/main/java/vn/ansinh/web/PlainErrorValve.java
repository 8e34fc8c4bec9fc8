package vn.ansinh.web;

import java.io.IOException;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.Secrets;

/**
 * The page for requests that never reach the application, such as a malformed request line: short,
 * in our words, under the browser's rules, and silent about the server.
 */
final class PlainErrorValve extends ErrorReportValve {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="vi">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s – AnSinh</title>
      <link rel="stylesheet" href="/css/tokens.css">
      <link rel="stylesheet" href="/css/app.css">
      </head>
      <body>
      <main class="column flow">
      <h1>%1$s</h1>
      <p class="lead">%2$s</p>
      <p lang="en">%3$s %4$s</p>
      <p><a class="button" href="/">%5$s</a></p>
      </main>
      </body>
      </html>
      """;

  private final ContentSecurity security;
  private final Texts texts;

  PlainErrorValve(ContentSecurity security, Texts texts) {
    this.security = security;
    this.texts = texts;
    setShowReport(false);
    setShowServerInfo(false);
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable why) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    try {
      security.write(response, Secrets.token(16));
      response.setHeader("Cache-Control", "no-store");
      response.setContentType("text/html");
      response.setCharacterEncoding("UTF-8");
      var kind = response.getStatus() < 500 ? "badRequest" : "broken";
      var writer = response.getReporter();
      if (writer != null) {
        writer.write(page(kind));
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException e) {
      // Whoever asked is gone; there is nobody to tell.
      container.getLogger().debug("an error page could not be sent", e);
    }
  }

  private String page(String kind) {
    var vietnamese = Texts.VIETNAMESE;
    return PAGE.formatted(
        text(vietnamese, kind + ".title"),
        text(vietnamese, kind + ".text"),
        text(Texts.ENGLISH, kind + ".title"),
        text(Texts.ENGLISH, kind + ".text"),
        text(vietnamese, "home"));
  }

  private String text(Locale language, String key) {
    return texts.of(language, "web.error." + key);
  }
}
