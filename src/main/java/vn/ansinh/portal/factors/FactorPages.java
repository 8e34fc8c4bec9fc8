package vn.ansinh.portal.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import vn.ansinh.factors.Authenticators;
import vn.ansinh.factors.Factor;
import vn.ansinh.factors.FactorId;
import vn.ansinh.factors.NamedFactors;
import vn.ansinh.factors.Passkeys;
import vn.ansinh.factors.RecoveryCodes;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** All ways to sign in, and renaming and removing one. */
@Controller
class FactorPages {

  static final String LIST = "/home/sign-in-methods";
  private static final String ONE = LIST + "/{kind:apps|passkeys}/{id}";
  private static final String TEMPLATE = "portal/factors/factor";
  private static final Set<String> NOTICES =
      Set.of(
          "added-apps",
          "removed-apps",
          "over-apps",
          "full-apps",
          "added-passkeys",
          "removed-passkeys",
          "over-passkeys",
          "full-passkeys",
          "refused-passkeys",
          "removed-identities",
          "renamed");

  private final Map<String, NamedFactors> named;
  private final RecoveryCodes codes;
  private final LinkPages links;
  private final PortalCookies cookies;

  FactorPages(
      Authenticators authenticators,
      Passkeys passkeys,
      RecoveryCodes codes,
      LinkPages links,
      PortalCookies cookies) {
    this.named = Map.of("apps", authenticators, "passkeys", passkeys);
    this.codes = codes;
    this.links = links;
    this.cookies = cookies;
  }

  @GetMapping(LIST)
  ModelAndView list(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String notice,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return Answers.page(
        "portal/factors/factors",
        new FactorsPage(
            rows(session, "passkeys"),
            rows(session, "apps"),
            codes
                .left(session)
                .map(
                    it -> new FactorsPage.Codes(it.left(), VietnamTime.show(it.madeAt()), it.few()))
                .orElse(null),
            links.rows(session, chrome.locale()),
            links.others(session),
            NOTICES.contains(notice) ? notice : null));
  }

  @GetMapping(ONE)
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable String kind,
      @PathVariable UUID id) {
    var factor = find(session, kind, id);
    return Answers.page(TEMPLATE, new FactorPage(factor, factor.name(), Problems.NONE));
  }

  @PostMapping(ONE + "/name")
  ModelAndView rename(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable String kind,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String name,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var factor = find(session, kind, id);
    var plain = FactorName.plain(name);
    if (plain.isEmpty()) {
      var problems = new Problems().add("name", chrome.t("factors.name.problem"));
      return Answers.unprocessable(TEMPLATE, new FactorPage(factor, name, problems));
    }
    var _ = of(kind).rename(session, new FactorId(id), plain);
    return Answers.seeOther(LIST + "?notice=renamed");
  }

  @PostMapping(ONE + "/removal")
  ModelAndView remove(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable String kind,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String inUse,
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var factor = find(session, kind, id);
    PasswordAnswers.Again again = it -> new FactorPage(factor, factor.name(), it);
    if (inUse.isEmpty()) {
      return PasswordAnswers.missing(chrome, TEMPLATE, again);
    }
    var device = cookies.device(request);
    var answer = of(kind).remove(session, new FactorId(id), inUse, device);
    return answer instanceof Reauthenticated.Done<Boolean>
        ? Answers.seeOther(LIST + "?notice=removed-" + kind)
        : PasswordAnswers.refused(answer, chrome, response, TEMPLATE, again);
  }

  private FactorsPage.Row find(CitizenSession session, String kind, UUID id) {
    return rows(session, kind).stream()
        .filter(it -> it.id().equals(id.toString()))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private List<FactorsPage.Row> rows(CitizenSession session, String kind) {
    return of(kind).of(session).stream().map(it -> row(kind, it)).toList();
  }

  private NamedFactors of(String kind) {
    return Objects.requireNonNull(named.get(kind));
  }

  private static FactorsPage.Row row(String kind, Factor factor) {
    return new FactorsPage.Row(
        kind,
        factor.id().value().toString(),
        factor.name(),
        VietnamTime.show(factor.addedAt()),
        Optional.ofNullable(factor.lastUsedAt()).map(VietnamTime::show).orElse(null));
  }
}
