package vn.ansinh.console.file;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Channel;
import vn.ansinh.audit.Actor;
import vn.ansinh.console.Needs;
import vn.ansinh.console.queue.QueueQuery;
import vn.ansinh.notifications.Deliveries;
import vn.ansinh.notifications.Delivery;
import vn.ansinh.notifications.MessageKind;
import vn.ansinh.notifications.Resending;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.review.FileLooks;
import vn.ansinh.review.OpenFile;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Texts;

/**
 * Sending a message once more, the same way or the other. A first password is never repeated: a new
 * one is made, which nobody here sees.
 */
@Controller
@RequestMapping("/console/files/{id}/messages/{message}")
class MessagePages {

  private final FileLooks looks;
  private final FileMessages messages;
  private final Deliveries deliveries;
  private final Accounts accounts;
  private final FileScreen screen;
  private final Texts texts;

  MessagePages(
      FileLooks looks,
      FileMessages messages,
      Deliveries deliveries,
      Accounts accounts,
      FileScreen screen,
      Texts texts) {
    this.looks = looks;
    this.messages = messages;
    this.deliveries = deliveries;
    this.accounts = accounts;
    this.screen = screen;
    this.texts = texts;
  }

  @Needs(Permission.RESEND)
  @PostMapping
  ModelAndView again(
      @PathVariable UUID id,
      @PathVariable UUID message,
      @RequestParam(required = false) Optional<Channel> channel,
      @ModelAttribute QueueQuery query,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    if (!officer.may(Permission.RESEND)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    var file = looks.open(new DeclarationId(id), officer).orElseThrow(MessagePages::notFound);
    var sent =
        messages.about(file.declaration()).stream()
            .filter(it -> it.id().equals(message))
            .findFirst()
            .orElseThrow(MessagePages::notFound);
    var problem =
        resend(file.declaration(), sent, channel.orElse(sent.channel()), officer, language);
    return problem
        .map(it -> refused(file, it, query, officer, language))
        .orElseGet(
            () ->
                Answers.seeOther(
                    FilePages.withDone("/console/files/" + id + query.text(), "RESENT")));
  }

  private Optional<String> resend(
      Declaration file, Delivery sent, Channel channel, Officer officer, Locale language) {
    var by = Actor.of(officer.id());
    if (sent.kind() == MessageKind.FIRST_PASSWORD) {
      return renew(file, channel, by, language);
    }
    var resending =
        channel == sent.channel()
            ? deliveries.resend(sent.id(), by)
            : deliveries.resendBy(channel, sent.id(), by);
    return switch (resending) {
      case Resending.Queued _ -> Optional.empty();
      case Resending.TooSoon(var from) ->
          Optional.of(texts.of(language, "review.resend.soon", VietnamTime.showTime(from)));
      case Resending.NoSuchContact() ->
          Optional.of(texts.of(language, "review.resend.contact." + channel.name()));
      case Resending.Gone(), Resending.Secret() ->
          Optional.of(texts.of(language, "review.resend.gone"));
    };
  }

  private Optional<String> renew(Declaration file, Channel channel, Actor by, Locale language) {
    var person = file.matched();
    var account = person == null ? null : accounts.find(person).orElse(null);
    if (person == null || account == null) {
      return Optional.of(texts.of(language, "review.resend.gone"));
    }
    if (account.passwordSetAt() != null) {
      return Optional.of(texts.of(language, "review.resend.inuse"));
    }
    if ((channel == Channel.SMS ? account.phone() : account.email()) == null) {
      return Optional.of(texts.of(language, "review.resend.contact." + channel.name()));
    }
    accounts.renewFirstPassword(person, channel, by);
    return Optional.empty();
  }

  private ModelAndView refused(
      OpenFile file, String problem, QueueQuery query, Officer officer, Locale language) {
    return Answers.unprocessable(
        "console/file/file", screen.of(file, Typed.refused(problem), query, officer, language));
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
