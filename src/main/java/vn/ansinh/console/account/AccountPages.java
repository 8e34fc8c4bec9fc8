package vn.ansinh.console.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.console.ConsoleCookies;
import vn.ansinh.console.NeedsNoPermission;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.OwnAccount;
import vn.ansinh.staff.PasswordChange;
import vn.ansinh.staff.StaffSession;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** The officer's own password and sessions. */
@Controller
@RequestMapping(AccountPages.ACCOUNT)
class AccountPages {

  static final String ACCOUNT = "/console/account";

  private static final String TEMPLATE = "console/account/account";
  private static final String OWN = "one's own account";
  private static final String BUSY_SECONDS = "5";

  private final OwnAccount account;
  private final ConsoleCookies cookies;
  private final Offices offices;
  private final Texts texts;

  AccountPages(OwnAccount account, ConsoleCookies cookies, Offices offices, Texts texts) {
    this.account = account;
    this.cookies = cookies;
    this.offices = offices;
    this.texts = texts;
  }

  @GetMapping
  ModelAndView show(
      @RequestParam(defaultValue = "") String done,
      @AuthenticationPrincipal Officer officer,
      HttpServletRequest request,
      Locale language) {
    return Answers.page(
        TEMPLATE,
        page(
            officer,
            cookie(request),
            texts.find(language, "staff.account.done." + done),
            Problems.NONE,
            language));
  }

  @NeedsNoPermission(OWN)
  @PostMapping("/password")
  ModelAndView changePassword(
      @RequestParam(defaultValue = "") String present,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String wanted,
      @AuthenticationPrincipal Officer officer,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale language) {
    var change = account.changePassword(officer, cookie(request), present, code, wanted);
    var problems = new Problems();
    var status = HttpStatus.UNPROCESSABLE_CONTENT;
    switch (change) {
      case PasswordChange.Changed() -> {
        return Answers.seeOther(ACCOUNT + "?done=password");
      }
      case PasswordChange.Wrong(var left) ->
          problems.add("present", texts.of(language, "staff.account.wrong", left));
      case PasswordChange.CodeUsed() ->
          problems.add("code", texts.of(language, "staff.signin.code.used"));
      case PasswordChange.Weak(var why) ->
          problems.add("wanted", texts.of(language, "staff.signin.weak." + why.name()));
      case PasswordChange.Locked(var until) -> {
        status = HttpStatus.TOO_MANY_REQUESTS;
        problems.add(
            "present", texts.of(language, "staff.account.locked", VietnamTime.showTime(until)));
      }
      case PasswordChange.Busy() -> {
        status = HttpStatus.SERVICE_UNAVAILABLE;
        response.setHeader(HttpHeaders.RETRY_AFTER, BUSY_SECONDS);
        problems.add("present", texts.of(language, "staff.signin.busy"));
      }
    }
    return Answers.status(
        status, TEMPLATE, page(officer, cookie(request), Optional.empty(), problems, language));
  }

  @NeedsNoPermission(OWN)
  @PostMapping("/sessions/{id}/ending")
  ModelAndView end(@PathVariable UUID id, @AuthenticationPrincipal Officer officer) {
    if (!account.endSession(officer, id)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return Answers.seeOther(ACCOUNT + "?done=ended");
  }

  @NeedsNoPermission(OWN)
  @PostMapping("/other-sessions/ending")
  ModelAndView endOthers(@AuthenticationPrincipal Officer officer, HttpServletRequest request) {
    account.endOtherSessions(officer, cookie(request));
    return Answers.seeOther(ACCOUNT + "?done=ended");
  }

  private AccountPage page(
      Officer officer, String cookie, Optional<String> done, Problems problems, Locale language) {
    return new AccountPage(
        officer.userName(),
        officer.fullName(),
        offices.find(officer.officeCode()).map(Office::label).orElse(officer.officeCode()),
        officer.roles().stream()
            .sorted()
            .map(it -> texts.of(language, "staff.role." + it.name()))
            .collect(Collectors.joining(", ")),
        account.sessions(officer, cookie).stream().map(AccountPages::row).toList(),
        done.orElse(null),
        problems);
  }

  private static AccountPage.Row row(StaffSession session) {
    return new AccountPage.Row(
        ACCOUNT + "/sessions/" + session.id(),
        session.browser(),
        VietnamTime.show(session.startedAt()),
        VietnamTime.show(session.lastSeenAt()),
        session.present());
  }

  private String cookie(HttpServletRequest request) {
    return cookies.session(request).orElse("");
  }
}
