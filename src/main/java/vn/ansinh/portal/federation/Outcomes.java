package vn.ansinh.portal.federation;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.federation.Coming;
import vn.ansinh.federation.IdentityProvider;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;

/** What is said when a provider's answer signs nobody in. */
final class Outcomes {

  private static final String SECONDS_TO_WAIT = "30";

  private Outcomes() {}

  static ModelAndView of(
      Coming why, IdentityProvider provider, Chrome chrome, HttpServletResponse response) {
    return switch (why) {
      case Coming.Cancelled _ -> page(HttpStatus.OK, "cancelled", true, provider, chrome);
      case Coming.Over _ -> page(HttpStatus.UNPROCESSABLE_CONTENT, "over", true, provider, chrome);
      case Coming.Refused _ ->
          page(HttpStatus.UNPROCESSABLE_CONTENT, "refused", true, provider, chrome);
      case Coming.NotMatched _ ->
          page(HttpStatus.UNPROCESSABLE_CONTENT, "notMatched", false, provider, chrome);
      case Coming.Frozen _ ->
          page(HttpStatus.UNPROCESSABLE_CONTENT, "frozen", false, provider, chrome);
      case Coming.NotLinked _ ->
          page(HttpStatus.UNPROCESSABLE_CONTENT, "notLinked", false, provider, chrome);
      case Coming.Stopped _ ->
          page(HttpStatus.UNPROCESSABLE_CONTENT, "stopped", false, provider, chrome);
      case Coming.LevelTooLow(var level, var required) ->
          page(HttpStatus.UNPROCESSABLE_CONTENT, "level", false, provider, chrome, level, required);
      case Coming.TooMany(var until) ->
          page(
              HttpStatus.TOO_MANY_REQUESTS,
              "tooMany",
              false,
              provider,
              chrome,
              VietnamTime.show(until));
      case Coming.Unavailable _ -> {
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        yield page(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", true, provider, chrome);
      }
      case Coming.SignedIn _, Coming.NeedsCode _, Coming.MustConfirm _, Coming.MaySetPassword _ ->
          throw new IllegalArgumentException("nothing was refused");
    };
  }

  /**
   * @param facts for the sentence, after the provider's name
   */
  private static ModelAndView page(
      HttpStatus status,
      String kind,
      boolean again,
      IdentityProvider provider,
      Chrome chrome,
      Object... facts) {
    var name = provider.name(chrome.locale());
    var all = new Object[facts.length + 1];
    all[0] = name;
    System.arraycopy(facts, 0, all, 1, facts.length);
    return Answers.status(
        status,
        "portal/federation/outcome",
        new OutcomePage(
            kind,
            chrome.t("identity.outcome." + kind + ".title", all),
            chrome.t("identity.outcome." + kind, all),
            again,
            provider.id(),
            name));
  }
}
