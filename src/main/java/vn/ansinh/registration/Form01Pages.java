package vn.ansinh.registration;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** The form as XHTML. Whatever a person typed passes through {@link Form01Text} on its way. */
final class Form01Pages {

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Form01Text text = new Form01Text(Form01Fonts::hasGlyph);

  String html(Form01 form) {
    StringOutput out = new StringOutput(8192);
    engine.render("document/form01.jte", form, new Printable(out, text));
    return out.toString();
  }

  private static final class Printable extends OwaspHtmlTemplateOutput {
    private final Form01Text text;

    Printable(TemplateOutput out, Form01Text text) {
      super(out);
      this.text = text;
    }

    @Override
    public void writeUserContent(String value) {
      super.writeUserContent(text.printable(value));
    }
  }
}
