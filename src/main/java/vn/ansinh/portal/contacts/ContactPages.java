package vn.ansinh.portal.contacts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Account;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.ChangingContact;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.ContactChanges;
import vn.ansinh.accounts.OneTimeCodes;
import vn.ansinh.accounts.OpenChange;
import vn.ansinh.accounts.Sending;
import vn.ansinh.identity.Phones;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.Masked;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** Where the person is reached, and the first step of changing it: the password and the new one. */
@Controller
class ContactPages {

  static final String LIST = "/home/contacts";
  private static final String FORM = "/home/contacts/{kind:phone|email}";
  private static final String TEMPLATE = "portal/contacts/new";
  private static final Set<String> NOTICES =
      Set.of(
          "changed-phone",
          "changed-email",
          "taken-phone",
          "taken-email",
          "braked",
          "cancelled",
          "over");

  private final Accounts accounts;
  private final ContactChanges changes;
  private final ContactCodePages codePages;
  private final OneTimeCodes codes;
  private final PortalCookies cookies;

  ContactPages(
      Accounts accounts,
      ContactChanges changes,
      ContactCodePages codePages,
      OneTimeCodes codes,
      PortalCookies cookies) {
    this.accounts = accounts;
    this.changes = changes;
    this.codePages = codePages;
    this.codes = codes;
    this.cookies = cookies;
  }

  @GetMapping(LIST)
  ModelAndView list(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String notice) {
    var account = accounts.find(session.person()).orElseThrow();
    var waiting =
        changes
            .open(session)
            .filter(OpenChange.Braked.class::isInstance)
            .map(OpenChange.Braked.class::cast)
            .map(ContactPages::waiting)
            .orElse(null);
    var changeable = waiting == null && account.lentBy() == null;
    var rows =
        Stream.of(Channel.SMS, Channel.EMAIL)
            .map(it -> row(account, it, changeable && codes.canSend(it)))
            .toList();
    return Answers.page(
        "portal/contacts/contacts",
        new ContactsPage(rows, waiting, NOTICES.contains(notice) ? notice : null));
  }

  @GetMapping(FORM)
  ModelAndView ask(@AuthenticationPrincipal CitizenSession session, @PathVariable String kind) {
    return Answers.page(TEMPLATE, page(session, kind, NewContactForm.EMPTY, Problems.NONE));
  }

  @PostMapping(FORM)
  ModelAndView begin(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable String kind,
      NewContactForm form,
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var wanted = form.wanted(Kinds.channel(kind));
    var problems = new Problems();
    if (wanted.isEmpty()) {
      problems.add("contact", chrome.t("contacts.problem." + kind));
    }
    if (form.typedInUse().isEmpty()) {
      problems.add("inUse", chrome.t("contacts.problem.inUse"));
    }
    if (problems.any()) {
      return again(HttpStatus.UNPROCESSABLE_CONTENT, session, kind, form, problems);
    }
    return switch (changes.begin(
        session,
        form.typedInUse(),
        wanted.orElseThrow(),
        cookies.device(request),
        chrome.locale())) {
      case ChangingContact.Begun(Sending.Sent _) -> Answers.seeOther(ContactCodePages.NEW);
      case ChangingContact.Begun(var refused) -> codePages.refused(session, "new", refused, chrome);
      case ChangingContact.Waiting _ -> Answers.seeOther(LIST);
      case ChangingContact.Lent _ ->
          again(session, kind, form, "contact", chrome.t("contacts.problem.lent"));
      case ChangingContact.Same _ ->
          again(session, kind, form, "contact", chrome.t("contacts.problem.same"));
      case ChangingContact.Unreachable _ ->
          again(session, kind, form, "contact", chrome.t("contacts.problem.unreachable"));
      case ChangingContact.Wrong(var left) ->
          again(session, kind, form, "inUse", chrome.t("contacts.problem.wrong", left));
      case ChangingContact.TooMany(var until) -> {
        problems.add("inUse", chrome.t("contacts.problem.tooMany", VietnamTime.show(until)));
        yield again(HttpStatus.TOO_MANY_REQUESTS, session, kind, form, problems);
      }
      case ChangingContact.Busy _ -> {
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        problems.add("inUse", chrome.t("contacts.problem.busy"));
        yield again(HttpStatus.SERVICE_UNAVAILABLE, session, kind, form, problems);
      }
    };
  }

  @PostMapping(LIST + "/cancelling")
  ModelAndView cancel(@AuthenticationPrincipal CitizenSession session) {
    return Answers.seeOther(changes.cancel(session) ? LIST + "?notice=cancelled" : LIST);
  }

  private static ContactsPage.Row row(Account account, Channel channel, boolean changeable) {
    var value =
        account
            .contact(channel)
            .map(Contact::address)
            .map(it -> channel == Channel.SMS ? Phones.local(it) : it)
            .orElse(null);
    return new ContactsPage.Row(Kinds.of(channel), value, changeable);
  }

  private static ContactsPage.Waiting waiting(OpenChange.Braked braked) {
    return new ContactsPage.Waiting(
        Kinds.of(braked.wanted().channel()),
        Masked.of(braked.wanted()),
        VietnamTime.show(braked.takesEffectAt()));
  }

  private ModelAndView again(
      CitizenSession session, String kind, NewContactForm form, String field, String sentence) {
    return again(
        HttpStatus.UNPROCESSABLE_CONTENT, session, kind, form, new Problems().add(field, sentence));
  }

  private ModelAndView again(
      HttpStatus status,
      CitizenSession session,
      String kind,
      NewContactForm form,
      Problems problems) {
    return Answers.status(status, TEMPLATE, page(session, kind, form, problems));
  }

  private NewContactPage page(
      CitizenSession session, String kind, NewContactForm form, Problems problems) {
    return new NewContactPage(kind, present(session, kind), form.typedContact(), problems);
  }

  private @Nullable String present(CitizenSession session, String kind) {
    return accounts
        .find(session.person())
        .flatMap(it -> it.contact(Kinds.channel(kind)))
        .map(Masked::of)
        .orElse(null);
  }
}
