package vn.ansinh.portal.status;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Outcome;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.WipedBody;

/**
 * Where a declaration is, for whoever holds its secret link. The secret is the permission; without
 * it the answer is the same as for a declaration that never was.
 */
@Controller
class StatusPages {

  private final Declarations declarations;
  private final StatusView view;
  private final StatusBudgets budgets;

  StatusPages(Declarations declarations, StatusView view, StatusBudgets budgets) {
    this.declarations = declarations;
    this.view = view;
    this.budgets = budgets;
  }

  @GetMapping("/status/{secret}")
  ModelAndView show(
      @PathVariable String secret,
      @RequestParam(required = false) @Nullable String notice,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return Answers.page(
        "portal/status/show",
        view.of(declaration(secret), at(secret), notice(notice, chrome), chrome));
  }

  @GetMapping("/status/{secret}/form-01.pdf")
  ResponseEntity<byte[]> form(
      @PathVariable String secret,
      @RequestParam(required = false) @Nullable String inline,
      HttpServletResponse response) {
    var declaration = declaration(secret);
    budgets.print(declaration);
    var pdf = declarations.form01(declaration.id()).orElseThrow(StatusPages::notFound);
    if (inline != null) {
      Answers.showInside(response);
    }
    var disposition =
        (inline == null ? ContentDisposition.attachment() : ContentDisposition.inline());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            disposition.filename(declaration.code().value() + ".pdf").build().toString())
        .body(WipedBody.of(pdf));
  }

  @GetMapping("/status/{secret}/withdrawal")
  ModelAndView confirmWithdrawal(@PathVariable String secret) {
    return Answers.page(
        "portal/status/withdrawal",
        new WithdrawalPage(declaration(secret).code().value(), at(secret)));
  }

  @PostMapping("/status/{secret}/withdrawal")
  ModelAndView withdraw(@PathVariable String secret) {
    var declaration = declaration(secret);
    budgets.act(declaration);
    var outcome = declarations.withdraw(declaration.id());
    return Answers.seeOther(
        at(secret) + (outcome instanceof Outcome.Done ? "" : "?notice=withdrawal"));
  }

  private Declaration declaration(String secret) {
    return declarations.byStatusSecret(secret).orElseThrow(StatusPages::notFound);
  }

  private static StatusPage.@Nullable Notice notice(@Nullable String notice, Chrome chrome) {
    if (notice == null) {
      return null;
    }
    return switch (notice) {
      case "withdrawal" -> new StatusPage.Notice(chrome.t("status.withdrawal.late"), false);
      case "correction" -> new StatusPage.Notice(chrome.t("status.correction.late"), false);
      case "phone-confirmed" -> new StatusPage.Notice(chrome.t("status.phone.done"), true);
      case "form-by-email" -> new StatusPage.Notice(chrome.t("status.mailsForm.withdrawn"), true);
      case "form-by-email-stale" ->
          new StatusPage.Notice(chrome.t("status.mailsForm.stale"), false);
      case "phone-taken" -> new StatusPage.Notice(chrome.t("status.phone.taken"), false);
      default -> null;
    };
  }

  static String at(String secret) {
    return "/status/" + secret;
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
