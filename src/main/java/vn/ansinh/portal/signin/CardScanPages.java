package vn.ansinh.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.Taking;
import vn.ansinh.portal.CardPhotos;
import vn.ansinh.portal.Devices;
import vn.ansinh.portal.Scanning;
import vn.ansinh.reading.CardCode;
import vn.ansinh.reading.CardCodes;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/**
 * Quét thẻ: the number to sign in or recover with, from the code of a card instead of from the
 * keyboard. The number stands in the answer only, in no address; nothing is looked up.
 */
@Controller
class CardScanPages {

  private static final String PATH = "/sign-in/scan";
  private static final String TEMPLATE = "portal/signin/scan";

  /** A photo costs a worker's time; wide, as homes and mobile operators share an address. */
  private static final Budget PHOTOS =
      Budget.of("signin.card-photos.network", 600, Duration.ofHours(1));

  private final CardPhotos photos;
  private final Budgets budgets;

  CardScanPages(CardPhotos photos, Budgets budgets) {
    this.photos = photos;
    this.budgets = budgets;
  }

  @GetMapping(PATH)
  ModelAndView show(@RequestParam(defaultValue = "false") boolean recovering) {
    return Answers.page(TEMPLATE, page(recovering, "", Problems.NONE));
  }

  @PostMapping(PATH)
  ModelAndView read(
      @RequestParam(defaultValue = "false") boolean recovering,
      @RequestParam(defaultValue = "") String text,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return read(recovering, text, "text", text, chrome);
  }

  /** Without a script: the server finds the code. The photo is looked at and not kept. */
  @PostMapping(PATH + "/photo")
  ModelAndView photo(
      @RequestParam(defaultValue = "false") boolean recovering,
      @RequestParam(required = false) @Nullable MultipartFile photo,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome)
      throws IOException {
    if (budgets.take(PHOTOS, Devices.of(request).network()) instanceof Taking.Spent) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    return switch (photos.read(photo, chrome)) {
      case CardPhotos.Outcome.Text(var text) -> read(recovering, text, "photo", "", chrome);
      case CardPhotos.Outcome.None(var sentence) -> refused(recovering, "", "photo", sentence);
    };
  }

  /**
   * @param from the field it came from
   * @param shown what stands in the field of text if it is refused
   */
  private static ModelAndView read(
      boolean recovering, String code, String from, String shown, Chrome chrome) {
    var card = CardCodes.read(code);
    return number(card)
        .map(
            it ->
                recovering
                    ? Answers.page(RecoveryPages.ASK_TEMPLATE, RecoveryPage.read(it))
                    : Answers.page(SignInPages.TEMPLATE, SignInPage.read(it)))
        .orElseGet(() -> refused(recovering, shown, from, Scanning.refusal(card, chrome)));
  }

  /** Of social insurance where the card bears it, else the personal id: either signs in. */
  private static Optional<String> number(CardCode card) {
    return switch (card) {
      case CardCode.CitizenCard citizen -> Optional.of(citizen.number());
      case CardCode.InsuranceCard insurance -> Optional.of(insurance.number());
      case CardCode.MachineLines lines -> Optional.of(lines.number());
      case CardCode.Form01 _, CardCode.Refused _ -> Optional.empty();
    };
  }

  private static ModelAndView refused(
      boolean recovering, String shown, String field, String sentence) {
    return Answers.unprocessable(
        TEMPLATE, page(recovering, shown, new Problems().add(field, sentence)));
  }

  private static CardScanPage page(boolean recovering, String text, Problems problems) {
    var shown = text.substring(0, Math.min(text.length(), CardCodes.LONGEST));
    return new CardScanPage(recovering, shown, Scanning.DECODER, problems);
  }
}
