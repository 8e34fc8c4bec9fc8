package vn.ansinh.notifications;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Channel;

/** The texts of {@code messages/notices_*.properties}, filled in. */
@Component
class Wording {

  private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

  Wording() {
    texts.setBasename("messages/notices");
    texts.setDefaultEncoding("UTF-8");
    texts.setFallbackToSystemLocale(false);
    texts.setAlwaysUseMessageFormat(true);
  }

  /**
   * A whole message: {@code notices.<kind>.title} and {@code .mail}, or {@code .sms} without
   * diacritics.
   */
  Content write(MessageKind kind, Channel channel, Locale language, Object... facts) {
    var key = "notices." + kind.key();
    return channel == Channel.EMAIL
        ? Content.mail(
            text(key + ".title", language, facts),
            text(key + ".mail", language, facts) + "\n\n" + text("notices.closing", language))
        : Content.sms(SmsText.plain(text(key + ".sms", language, facts)));
  }

  /** The message in a line, for the portal: never of a kind whose title holds a secret. */
  String headline(MessageKind kind, Locale language, Object... facts) {
    return text("notices." + kind.key() + ".title", language, facts);
  }

  /** To a phone that may be a stranger's: neither who, nor what, nor the code of the file. */
  Content toNamedPhone(Locale language) {
    return Content.sms(SmsText.plain(text("notices.named-phone.sms", language)));
  }

  String text(String key, Locale language, Object... facts) {
    return texts.getMessage(key, facts, language);
  }
}
