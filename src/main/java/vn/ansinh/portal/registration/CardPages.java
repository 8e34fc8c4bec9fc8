package vn.ansinh.portal.registration;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.portal.Scanning;
import vn.ansinh.reading.CardCodes;
import vn.ansinh.registration.Step;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** Quét thẻ: fills the steps from the code of a card instead of from the keyboard. */
@Controller
class CardPages {

  private static final String TEMPLATE = "portal/registration/card";
  private static final String FALLBACK = "number";

  /** Where scanning is offered, and the step the person is in there. */
  private static final Map<String, Step> PLACES =
      Map.of("number", Step.NUMBER, "number-search", Step.NUMBER, "declaration", Step.DECLARATION);

  private final WizardPages pages;
  private final CardFilling filling;

  CardPages(WizardPages pages, CardFilling filling) {
    this.pages = pages;
    this.filling = filling;
  }

  /** The address of this page for somebody who comes from there. */
  static String path(String at) {
    return "/registration/card?at=" + at;
  }

  @GetMapping("/registration/card")
  ModelAndView show(
      OpenDraft open,
      @RequestParam(defaultValue = FALLBACK) String at,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return Answers.page(TEMPLATE, page(open, at, "", Problems.NONE, chrome));
  }

  @PostMapping("/registration/card")
  ModelAndView read(
      OpenDraft open,
      @RequestParam(defaultValue = FALLBACK) String at,
      @RequestParam(defaultValue = "") String text,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var card = CardCodes.read(text);
    var fields = filling.filled(open.draft().content(), text, card);
    if (fields.isEmpty()) {
      var problems = new Problems().add("text", Scanning.refusal(card, chrome));
      return Answers.unprocessable(TEMPLATE, page(open, at, text, problems, chrome));
    }
    pages.keep(open, PLACES.getOrDefault(at, Step.NUMBER), chrome, fields);
    return Answers.seeOther("/registration/" + known(at));
  }

  private CardPage page(OpenDraft open, String at, String text, Problems problems, Chrome chrome) {
    var step = PLACES.getOrDefault(at, Step.NUMBER);
    var shown = text.substring(0, Math.min(text.length(), CardCodes.LONGEST));
    return new CardPage(
        pages.wizard(step, chrome, open), known(at), shown, Scanning.DECODER, problems);
  }

  private static String known(String at) {
    return PLACES.containsKey(at) ? at : FALLBACK;
  }
}
