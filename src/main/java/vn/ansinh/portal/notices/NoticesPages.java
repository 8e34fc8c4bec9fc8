package vn.ansinh.portal.notices;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.notifications.Inbox;
import vn.ansinh.notifications.Notice;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Texts;

/** Thông báo: the list, opening one, reading all. */
@Controller
class NoticesPages {

  static final String PATH = "/home/notices";

  /** Where a notice leads, by its kind; others lead home. */
  private static final Map<String, String> LEADS =
      Map.ofEntries(
          Map.entry("signed-in-elsewhere", "/home/known-devices"),
          Map.entry("contact-will-change", "/home/contacts"),
          Map.entry("contact-changed", "/home/contacts"),
          Map.entry("password-changed", "/home/password"),
          Map.entry("password-aged", "/home/password"),
          Map.entry("recovery-codes-few", "/home/sign-in-methods"),
          Map.entry("carer-began", "/home/children"),
          Map.entry("child-account-opened", "/home/children"),
          Map.entry("child-application-returned", "/home/children"),
          Map.entry("child-application-rejected", "/home/children"),
          Map.entry("child-invited", "/home/children"),
          Map.entry("guardianship-ended", "/home/children"),
          Map.entry("guardian-added", "/home/children"),
          Map.entry("sign-in-method-changed", "/home/sign-in-methods"),
          Map.entry("identity-refused", "/home/sign-in-methods"),
          Map.entry("account-will-close", "/home/stopping"),
          Map.entry("closing-cancelled", "/home/stopping"),
          Map.entry("data-request-submitted", "/home/data/requests"),
          Map.entry("data-downloaded", "/home/data/looks"),
          Map.entry("data-request-answered", "/home/data/requests"),
          Map.entry("adjustment-submitted", "/home/adjusting"),
          Map.entry("adjustment-returned", "/home/adjusting"),
          Map.entry("adjustment-rejected", "/home/adjusting"),
          Map.entry("adjustment-approved", "/home/adjusting"),
          Map.entry("adjustment-done", "/home/adjusting"),
          Map.entry("adjustment-reopened", "/home/adjusting"),
          Map.entry("adjustment-withdrawn", "/home/adjusting"),
          Map.entry("adjustment-lapsed", "/home/adjusting"),
          Map.entry("adjustment-ended", "/home/adjusting"));

  private final Inbox inbox;
  private final Texts texts;

  NoticesPages(Inbox inbox, Texts texts) {
    this.inbox = inbox;
    this.texts = texts;
  }

  /**
   * @param after the last notice of the page before
   */
  @GetMapping(PATH)
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(required = false) @Nullable UUID after,
      Locale language) {
    var person = session.person();
    var notices = after == null ? inbox.of(person) : inbox.of(person, after);
    var rows = notices.stream().limit(Inbox.PAGE).map(it -> row(it, language)).toList();
    var older = notices.size() > Inbox.PAGE ? PATH + "?after=" + rows.getLast().id() : null;
    return Answers.page(
        "portal/notices/notices",
        new NoticesPage(after == null, inbox.unread(person) > 0, rows, older));
  }

  /** A form and no link, for it changes something: the notice is read then. */
  @PostMapping(PATH + "/{id}/opening")
  ModelAndView open(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String kind) {
    inbox.read(session.person(), id);
    return Answers.seeOther(LEADS.getOrDefault(kind, "/home"));
  }

  @PostMapping(PATH + "/reading")
  ModelAndView readAll(@AuthenticationPrincipal CitizenSession session) {
    inbox.readAll(session.person());
    return Answers.seeOther(PATH);
  }

  private NoticesPage.Row row(Notice notice, Locale language) {
    return new NoticesPage.Row(
        notice.id().toString(),
        notice.headline(),
        texts.of(language, "noticecentre.topic." + notice.topic()),
        VietnamTime.show(notice.toldAt()),
        notice.read(),
        PATH + "/" + notice.id() + "/opening?kind=" + notice.kind());
  }
}
