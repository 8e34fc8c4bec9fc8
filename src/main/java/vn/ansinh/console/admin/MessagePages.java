package vn.ansinh.console.admin;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Channel;
import vn.ansinh.audit.Actor;
import vn.ansinh.console.Needs;
import vn.ansinh.notifications.Deliveries;
import vn.ansinh.notifications.Delivery;
import vn.ansinh.notifications.QueueState;
import vn.ansinh.notifications.Resending;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Texts;

/** Messages that were refused or given up: send again, send another way, take off the list. */
@Controller
@Needs(Permission.ADMINISTER)
@RequestMapping("/console/admin/messages")
class MessagePages {

  private static final String LIST = "/console/admin/messages";
  private static final int PAGE = 50;
  private static final int LAST_PAGE = 10_000;

  private final Deliveries deliveries;
  private final BounceWords bounces;
  private final Texts texts;

  MessagePages(Deliveries deliveries, BounceWords bounces, Texts texts) {
    this.deliveries = deliveries;
    this.bounces = bounces;
    this.texts = texts;
  }

  @GetMapping
  ModelAndView list(
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "") String done,
      Locale language) {
    int shown = Math.clamp(page, 0, LAST_PAGE);
    long total = deliveries.countUndeliverable();
    return Answers.page(
        "console/admin/messages",
        new MessagesPage(
            deliveries.queues().stream().map(it -> queue(it, language)).toList(),
            bounces.of(deliveries.bounces(), language),
            deliveries.undeliverable(shown).stream().map(it -> row(it, language)).toList(),
            total,
            shown > 0 ? shown - 1 : null,
            total > (shown + 1L) * PAGE ? shown + 1 : null,
            texts.find(language, "outbox.done." + done).orElse(null)));
  }

  @PostMapping("/{id}/repetition")
  ModelAndView repeat(
      @PathVariable UUID id,
      @RequestParam(required = false) Channel channel,
      @AuthenticationPrincipal Officer administrator) {
    var by = Actor.of(administrator.id());
    return done(
        switch (channel == null
            ? deliveries.resend(id, by)
            : deliveries.resendBy(channel, id, by)) {
          case Resending.Queued _ -> "sent";
          case Resending.Secret _ -> "secret";
          case Resending.Gone _ -> "gone";
          case Resending.NoSuchContact _ -> "no-contact";
          case Resending.TooSoon _ -> "too-soon";
        });
  }

  @PostMapping("/{id}/dismissal")
  ModelAndView dismiss(@PathVariable UUID id, @AuthenticationPrincipal Officer administrator) {
    return done(deliveries.dismiss(id, Actor.of(administrator.id())) ? "dismissed" : "gone");
  }

  private static ModelAndView done(String what) {
    return Answers.seeOther(LIST + "?done=" + what);
  }

  private MessagesPage.Queue queue(QueueState state, Locale language) {
    return new MessagesPage.Queue(
        words(state.channel(), language),
        state.waiting(),
        state.waiting() == 0 ? null : duration(state.oldest(), language),
        state.broken());
  }

  private MessagesPage.Row row(Delivery delivery, Locale language) {
    var other = delivery.channel() == Channel.SMS ? Channel.EMAIL : Channel.SMS;
    return new MessagesPage.Row(
        delivery.id().toString(),
        VietnamTime.show(delivery.queuedAt()),
        texts.of(language, delivery.kindKey()),
        words(delivery.channel(), language),
        delivery.recipient(),
        texts.of(language, delivery.stateKey(), VietnamTime.show(delivery.at())),
        delivery.attempts(),
        delivery.problem(),
        delivery.kind().isSecret(),
        other.name());
  }

  private String words(Channel channel, Locale language) {
    return texts.of(
        language, channel == Channel.SMS ? "notices.channel.sms" : "notices.channel.email");
  }

  private String duration(Duration waiting, Locale language) {
    return waiting.compareTo(Duration.ofMinutes(1)) < 0
        ? texts.of(language, "outbox.seconds", waiting.toSeconds())
        : texts.of(language, "outbox.minutes", waiting.toMinutes());
  }
}
