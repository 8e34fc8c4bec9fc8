package vn.ansinh.printing;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** The page as XHTML. Whatever a person typed passes through {@link PrintableText} on its way. */
final class Pages {

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final PrintableText text = new PrintableText(Fonts::hasGlyph);

  String html(Sheet sheet) {
    StringOutput out = new StringOutput(8192);
    engine.render(sheet.template(), sheet.page(), new Printable(out, text));
    return out.toString();
  }

  private static final class Printable extends OwaspHtmlTemplateOutput {
    private final PrintableText text;

    Printable(TemplateOutput out, PrintableText text) {
      super(out);
      this.text = text;
    }

    @Override
    public void writeUserContent(String value) {
      super.writeUserContent(text.printable(value));
    }
  }
}
