package vn.ansinh.portal.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.portal.CardPhotos;
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
  private final CardPhotos photos;
  private final WizardBudgets budgets;

  CardPages(WizardPages pages, CardFilling filling, CardPhotos photos, WizardBudgets budgets) {
    this.pages = pages;
    this.filling = filling;
    this.photos = photos;
    this.budgets = budgets;
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
    return read(open, at, text, "text", text, chrome);
  }

  /** Without a script: the server finds the code. The photo is looked at and not kept. */
  @PostMapping("/registration/card/photo")
  ModelAndView photo(
      OpenDraft open,
      @RequestParam(defaultValue = FALLBACK) String at,
      @RequestParam(required = false) @Nullable MultipartFile photo,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome)
      throws IOException {
    budgets.takePicture(open.draft().id(), request);
    return switch (photos.read(photo, chrome)) {
      case CardPhotos.Outcome.Text(var text) -> read(open, at, text, "photo", "", chrome);
      case CardPhotos.Outcome.None(var sentence) ->
          refused(open, at, "", "photo", sentence, chrome);
    };
  }

  /**
   * @param from the field it came from
   * @param shown what stands in the field of text if it is refused
   */
  private ModelAndView read(
      OpenDraft open, String at, String code, String from, String shown, Chrome chrome) {
    var card = CardCodes.read(code);
    var fields = filling.filled(open.draft().content(), code, card);
    if (fields.isEmpty()) {
      return refused(open, at, shown, from, Scanning.refusal(card, chrome), chrome);
    }
    pages.keep(open, PLACES.getOrDefault(at, Step.NUMBER), chrome, fields);
    return Answers.seeOther("/registration/" + known(at));
  }

  private ModelAndView refused(
      OpenDraft open, String at, String shown, String field, String problem, Chrome chrome) {
    var problems = new Problems().add(field, problem);
    return Answers.unprocessable(TEMPLATE, page(open, at, shown, problems, chrome));
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
