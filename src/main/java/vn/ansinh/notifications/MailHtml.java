package vn.ansinh.notifications;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The HTML side of an e-mail, made from its text: paragraphs, line breaks and links, no pictures.
 */
final class MailHtml {

  private MailHtml() {}

  static String of(String text, Locale language) {
    return """
        <!doctype html>
        <html lang="%s">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
        <body style="margin:0;padding:24px;background:#f3f5f8;color:#16202c;font-family:sans-serif;font-size:16px;line-height:1.6">
        <div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px">
        %s
        </div>
        </body>
        </html>
        """
        .formatted(
            language.getLanguage(),
            Stream.of(text.strip().split("\n\n+"))
                .map(MailHtml::paragraph)
                .collect(Collectors.joining("\n")));
  }

  private static String paragraph(String text) {
    return text.lines()
        .map(MailHtml::line)
        .collect(Collectors.joining("<br>\n", "<p style=\"margin:0 0 16px\">", "</p>"));
  }

  private static String line(String text) {
    var safe = escaped(text.strip());
    return safe.matches("https?://\\S+")
        ? "<a href=\"%s\" style=\"color:#0b4a8f\">%s</a>".formatted(safe, safe)
        : safe;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
