package vn.ansinh.registration;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.ansinh.platform.Overloaded;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.printing.Press;
import vn.ansinh.printing.Resources;
import vn.ansinh.printing.Sheet;

/**
 * Prints Form 01. The same form always gives the same bytes, dated with the day of the declaration,
 * so the copy shown, the copy downloaded and the copy sent are one document.
 */
@Service
class Form01Documents {

  private static final byte[] CSS = Resources.of("/form01/form01.css");

  private final Press press;

  Form01Documents(Press press) {
    this.press = press;
  }

  /**
   * @throws Overloaded when no press is free in time
   */
  byte[] render(Form01 form) {
    var day = form.declaredOn().atStartOfDay(VietnamTime.ZONE).toOffsetDateTime();
    return press.print(
        new Sheet("document/form01.jte", form, parts(form), day, form.code().hashCode()));
  }

  private static Map<String, byte[]> parts(Form01 form) {
    var parts = new HashMap<String, byte[]>();
    parts.put("form01.css", CSS);
    parts.put("qr.png", Form01Qr.png(form.code()));
    var images = form.images();
    if (images != null) {
      parts.put("front.jpg", images.front());
      var back = images.back();
      if (back != null) {
        parts.put("back.jpg", back);
      }
    }
    return parts;
  }
}
