package vn.ansinh.portal.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.federation.IdentityProvider;
import vn.ansinh.federation.IdentitySignIn;
import vn.ansinh.federation.Link;
import vn.ansinh.federation.Links;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** The accounts at identity providers that sign a person in: seeing and removing them. */
@Controller
class LinkPages {

  private static final String ONE = FactorPages.LIST + "/identities/{id}";
  private static final String TEMPLATE = "portal/factors/link";

  private final Links links;
  private final IdentitySignIn identities;
  private final PortalCookies cookies;

  LinkPages(Links links, IdentitySignIn identities, PortalCookies cookies) {
    this.links = links;
    this.identities = identities;
    this.cookies = cookies;
  }

  @GetMapping(ONE)
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable UUID id,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return Answers.page(TEMPLATE, new LinkPage(find(session, id, chrome.locale()), Problems.NONE));
  }

  @PostMapping(ONE + "/removal")
  ModelAndView remove(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String inUse,
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var link = find(session, id, chrome.locale());
    PasswordAnswers.Again again = it -> new LinkPage(link, it);
    if (inUse.isEmpty()) {
      return PasswordAnswers.missing(chrome, TEMPLATE, again);
    }
    var answer = links.remove(session, id, inUse, cookies.device(request));
    return answer instanceof Reauthenticated.Done<Boolean>
        ? Answers.seeOther(FactorPages.LIST + "?notice=removed-identities")
        : PasswordAnswers.refused(answer, chrome, response, TEMPLATE, again);
  }

  /** For the list of all ways to sign in. */
  List<FactorsPage.Identity> rows(CitizenSession session, Locale language) {
    return links.of(session).stream().map(it -> row(it, language)).toList();
  }

  /** Those the person has nothing of yet. */
  List<IdentityProvider> others(CitizenSession session) {
    var linked = links.of(session).stream().map(it -> it.provider().id()).toList();
    return identities.providers().stream().filter(it -> !linked.contains(it.id())).toList();
  }

  private FactorsPage.Identity find(CitizenSession session, UUID id, Locale language) {
    return rows(session, language).stream()
        .filter(it -> it.id().equals(id.toString()))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static FactorsPage.Identity row(Link link, Locale language) {
    return new FactorsPage.Identity(
        link.id().toString(),
        link.provider().name(language),
        link.level(),
        VietnamTime.show(link.linkedAt()),
        Optional.ofNullable(link.lastUsedAt()).map(VietnamTime::show).orElse(null));
  }
}
