package vn.ansinh.portal.children;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.accounts.Taking;
import vn.ansinh.guardianship.Authorisations;
import vn.ansinh.guardianship.Guardianships;
import vn.ansinh.guardianship.LinkId;
import vn.ansinh.guardianship.Right;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.BirthDate.Precision;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.OwnPasswordWords;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.portal.registration.ThreeBoxes;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** Con và người được ủy quyền: who acts for whom, and ending it. */
@Controller
class ChildrenPages {

  private static final String TEMPLATE = "portal/children/children";
  private static final Set<String> NOTICES =
      Set.of("withdrawn", "given-up", "password-sent", "revoked", "taken-up", "offers-gone");

  /** Each hashes a password and sends a message. */
  private static final Budget RENEWALS = Budget.of("guardianship.renewals", 5, Duration.ofDays(1));

  private final Guardianships guardianships;
  private final Authorisations authorisations;
  private final ChildrenScreen screen;
  private final PortalCookies cookies;
  private final Budgets budgets;
  private final Texts texts;

  ChildrenPages(
      Guardianships guardianships,
      Authorisations authorisations,
      ChildrenScreen screen,
      PortalCookies cookies,
      Budgets budgets,
      Texts texts) {
    this.guardianships = guardianships;
    this.authorisations = authorisations;
    this.screen = screen;
    this.cookies = cookies;
    this.budgets = budgets;
    this.texts = texts;
  }

  @GetMapping("/home/children")
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String notice,
      Locale language) {
    var known = NOTICES.contains(notice) ? notice : null;
    return Answers.page(
        TEMPLATE, screen.of(session.person(), known, null, Problems.NONE, language));
  }

  @PostMapping("/home/children/{link}/giving-up")
  ModelAndView giveUp(@AuthenticationPrincipal CitizenSession session, @PathVariable UUID link) {
    return done(guardianships.giveUp(session.person(), new LinkId(link)), "given-up");
  }

  @PostMapping("/home/children/{link}/first-password")
  ModelAndView renew(@AuthenticationPrincipal CitizenSession session, @PathVariable UUID link) {
    if (budgets.take(RENEWALS, session.person().value().toString()) instanceof Taking.Spent) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    return done(
        guardianships.renewFirstPassword(session.person(), new LinkId(link)), "password-sent");
  }

  @PostMapping("/home/carers/{link}/revocation")
  ModelAndView revoke(@AuthenticationPrincipal CitizenSession session, @PathVariable UUID link) {
    return done(authorisations.revoke(session.person(), new LinkId(link)), "revoked");
  }

  /** Answers the code itself: it is shown this once. */
  @PostMapping("/home/carers")
  ModelAndView authorise(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "LOOK") Right scope,
      @RequestParam(defaultValue = "") String lastDay,
      @RequestParam(defaultValue = "") String lastMonth,
      @RequestParam(defaultValue = "") String lastYear,
      @RequestParam(defaultValue = "") String inUse,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var day =
        BirthDate.parse(ThreeBoxes.join(lastDay, lastMonth, lastYear))
            .filter(it -> it.precision() == Precision.DAY)
            .map(BirthDate::earliest);
    if (day.isEmpty()) {
      return notThatDay(session, chrome);
    }
    var device = cookies.device(request);
    var offered = authorisations.offer(session, inUse, device, scope, day.get());
    if (!(offered instanceof Reauthenticated.Done<Optional<String>>(var code))) {
      var problems = new Problems().add("inUse", OwnPasswordWords.of(offered, chrome));
      return Answers.status(
          OwnPasswordWords.status(offered),
          TEMPLATE,
          screen.of(session.person(), null, null, problems, chrome.locale()));
    }
    return code.map(
            it ->
                Answers.page(
                    TEMPLATE,
                    screen.of(session.person(), null, it, Problems.NONE, chrome.locale())))
        .orElseGet(() -> notThatDay(session, chrome));
  }

  private ModelAndView notThatDay(CitizenSession session, Chrome chrome) {
    var latest = VietnamTime.show(authorisations.latestLastDay());
    var sentence = chrome.t("children.carers.last.wrong", latest);
    return again(session, "last", sentence, chrome.locale());
  }

  @PostMapping("/home/carers/offers/withdrawal")
  ModelAndView takeBack(@AuthenticationPrincipal CitizenSession session) {
    authorisations.takeBackOffers(session.person());
    return Answers.seeOther("/home/children?notice=offers-gone");
  }

  @PostMapping("/home/carers/acceptance")
  ModelAndView accept(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String code,
      Locale language) {
    return authorisations.accept(session.person(), code)
        ? Answers.seeOther("/home/children?notice=taken-up")
        : again(session, "code", texts.of(language, "children.carers.code.wrong"), language);
  }

  private ModelAndView again(
      CitizenSession session, String field, String sentence, Locale language) {
    var problems = new Problems().add(field, sentence);
    return Answers.status(
        HttpStatus.UNPROCESSABLE_CONTENT,
        TEMPLATE,
        screen.of(session.person(), null, null, problems, language));
  }

  private static ModelAndView done(boolean happened, @Nullable String notice) {
    return Answers.seeOther(happened ? "/home/children?notice=" + notice : "/home/children");
  }
}
