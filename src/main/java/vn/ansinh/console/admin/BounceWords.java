package vn.ansinh.console.admin;

import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.notifications.BounceState;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.web.Texts;

/** How much e-mail comes back, as the page of messages says it. */
@Component
class BounceWords {

  private final Texts texts;

  BounceWords(Texts texts) {
    this.texts = texts;
  }

  MessagesPage.Bounces of(BounceState state, Locale language) {
    var alarm = state.read() && state.isAlarming();
    return new MessagesPage.Bounces(
        texts.of(language, "outbox.bounces." + key(state)),
        tone(state),
        share(state, language),
        reading(state, language),
        alarm ? texts.of(language, "outbox.bounces.alarm.lead") : null);
  }

  private static String key(BounceState state) {
    if (!state.read()) {
      return "off.short";
    }
    if (state.broken()) {
      return "broken";
    }
    return state.isAlarming() ? "alarm" : "normal";
  }

  private static String tone(BounceState state) {
    if (!state.read()) {
      return "";
    }
    return state.broken() || state.isAlarming() ? "bad" : "good";
  }

  private String share(BounceState state, Locale language) {
    if (!state.read()) {
      return texts.of(language, "outbox.bounces.off");
    }
    var percent = NumberFormat.getPercentInstance(language);
    percent.setMaximumFractionDigits(1);
    return texts.of(
        language,
        "outbox.bounces.share",
        state.returned(),
        state.mails(),
        percent.format(state.share()));
  }

  private @Nullable String reading(BounceState state, Locale language) {
    if (!state.read()) {
      return null;
    }
    return state.readAt() == null
        ? texts.of(language, "outbox.bounces.never")
        : texts.of(language, "outbox.bounces.readAt", VietnamTime.show(state.readAt()));
  }
}
