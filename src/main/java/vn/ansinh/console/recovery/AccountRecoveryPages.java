package vn.ansinh.console.recovery;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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
import vn.ansinh.console.Needs;
import vn.ansinh.identity.IdentityDocuments;
import vn.ansinh.identity.NumberCheck;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.review.AccountRecoveries;
import vn.ansinh.review.AccountSearch;
import vn.ansinh.review.FoundAccount;
import vn.ansinh.review.Recovering;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/**
 * A new contact for somebody at the counter: find the account, see the paper, note the contact; a
 * second officer confirms. What was searched stands in no address.
 */
@Controller
@RequestMapping(AccountRecoveryPages.PATH)
class AccountRecoveryPages {

  static final String PATH = "/console/recoveries";
  private static final String TEMPLATE = "console/recovery/recoveries";

  private final AccountSearch search;
  private final AccountRecoveries recoveries;
  private final AccountRecoveryScreen screen;
  private final Texts texts;

  AccountRecoveryPages(
      AccountSearch search,
      AccountRecoveries recoveries,
      AccountRecoveryScreen screen,
      Texts texts) {
    this.search = search;
    this.recoveries = recoveries;
    this.screen = screen;
    this.texts = texts;
  }

  @GetMapping
  ModelAndView show(
      @RequestParam(defaultValue = "") String done,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    return Answers.page(
        TEMPLATE,
        screen.of(
            AccountRecoveryForm.EMPTY,
            null,
            texts.find(language, "recovery.done." + done).orElse(null),
            Problems.NONE,
            officer,
            language));
  }

  @Needs(Permission.RECOVER)
  @PostMapping("/search")
  ModelAndView find(
      AccountRecoveryForm form, @AuthenticationPrincipal Officer officer, Locale language) {
    return found(form, Problems.NONE, HttpStatus.OK, officer, language);
  }

  @Needs(Permission.RECOVER)
  @PostMapping
  ModelAndView propose(
      AccountRecoveryForm form, @AuthenticationPrincipal Officer officer, Locale language) {
    var problems = problems(form, language);
    var person = form.person();
    if (person == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    if (problems.any()) {
      return found(form, problems, HttpStatus.UNPROCESSABLE_CONTENT, officer, language);
    }
    var proposed =
        recoveries.propose(
            new PersonId(person), form.seen().orElseThrow(), form.to().orElseThrow(), officer);
    return switch (proposed) {
      case Recovering.Proposed _ -> Answers.seeOther(PATH + "?done=proposed");
      case Recovering.Unreachable _ -> {
        problems.add("contact", texts.of(language, "recovery.problem.unreachable"));
        yield found(form, problems, HttpStatus.UNPROCESSABLE_CONTENT, officer, language);
      }
      default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  @Needs(Permission.DECIDE)
  @PostMapping("/{id}/confirmation")
  ModelAndView confirm(
      @PathVariable UUID id, @AuthenticationPrincipal Officer officer, Locale language) {
    return decided(recoveries.confirm(id, officer), "confirmed", officer, language);
  }

  @Needs({Permission.RECOVER, Permission.DECIDE})
  @PostMapping("/{id}/refusal")
  ModelAndView refuse(
      @PathVariable UUID id, @AuthenticationPrincipal Officer officer, Locale language) {
    return decided(recoveries.refuse(id, officer), "refused", officer, language);
  }

  private ModelAndView decided(Recovering outcome, String done, Officer officer, Locale language) {
    var problem =
        switch (outcome) {
          case Recovering.Done _, Recovering.Proposed _ -> "";
          case Recovering.Yourself _ -> "yourself";
          case Recovering.Taken _ -> "taken";
          case Recovering.Unreachable _ -> "unreachable";
          case Recovering.Overtaken _ -> "overtaken";
          case Recovering.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    if (problem.isEmpty()) {
      return Answers.seeOther(PATH + "?done=" + done);
    }
    var problems = new Problems().add("waiting", texts.of(language, "recovery.problem." + problem));
    return Answers.unprocessable(
        TEMPLATE, screen.of(AccountRecoveryForm.EMPTY, null, null, problems, officer, language));
  }

  private ModelAndView found(
      AccountRecoveryForm form,
      Problems problems,
      HttpStatus status,
      Officer officer,
      Locale language) {
    if (!(IdentityDocuments.socialInsuranceNumber(form.typedNumber())
        instanceof NumberCheck.Valid(var number))) {
      return again(form, "recovery.problem.number", Optional.empty(), officer, language);
    }
    return switch (search.find(number, officer)) {
      case FoundAccount.Found it ->
          Answers.status(status, TEMPLATE, screen.of(form, it, null, problems, officer, language));
      case FoundAccount.Nobody _ ->
          again(form, "recovery.problem.nobody", Optional.empty(), officer, language);
      case FoundAccount.TooMany(var until) ->
          again(
              form,
              "recovery.problem.tooMany",
              Optional.of(VietnamTime.show(until)),
              officer,
              language);
    };
  }

  private ModelAndView again(
      AccountRecoveryForm form,
      String key,
      Optional<String> until,
      Officer officer,
      Locale language) {
    var sentence = texts.of(language, key, until.orElse(""));
    return Answers.status(
        until.isPresent() ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT,
        TEMPLATE,
        screen.of(form, null, null, new Problems().add("number", sentence), officer, language));
  }

  private Problems problems(AccountRecoveryForm form, Locale language) {
    var problems = new Problems();
    if (form.seen().isEmpty()) {
      problems.add("paper", texts.of(language, "recovery.problem.paper"));
    }
    if (!form.isChecked()) {
      problems.add("checked", texts.of(language, "recovery.problem.checked"));
    }
    if (form.to().isEmpty()) {
      problems.add("contact", texts.of(language, "recovery.problem.contact"));
    }
    return problems;
  }
}
