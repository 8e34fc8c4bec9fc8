package vn.ansinh.portal.status;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.portal.Scanning;
import vn.ansinh.reading.CardCode;
import vn.ansinh.reading.CardCodes;
import vn.ansinh.registration.DeclarationCode;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** Reads the declaration code from a printed Form 01 instead of having it typed. */
@Controller
class ScanPages {

  private static final String TEMPLATE = "portal/status/scan";

  @GetMapping("/status/scan")
  ModelAndView show() {
    return Answers.page(TEMPLATE, new ScanPage("", Scanning.DECODER, Problems.NONE));
  }

  /** A code typed as it is printed will do as well. */
  @PostMapping("/status/scan")
  ModelAndView read(
      @RequestParam(defaultValue = "") String text,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var read = CardCodes.read(text);
    var code = read instanceof CardCode.Form01(var printed) ? printed : text;
    return DeclarationCode.parse(code)
        .map(it -> Answers.seeOther("/status?code=" + it.value()))
        .orElseGet(
            () -> {
              var problems = new Problems().add("text", Scanning.refusal(read, chrome));
              var shown = text.substring(0, Math.min(text.length(), CardCodes.LONGEST));
              return Answers.unprocessable(
                  TEMPLATE, new ScanPage(shown, Scanning.DECODER, problems));
            });
  }
}
