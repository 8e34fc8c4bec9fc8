package vn.ansinh.notifications;

import org.jspecify.annotations.Nullable;

/**
 * What a message says, as it lies sealed in the outbox.
 *
 * @param title subject of an e-mail; absent for SMS
 * @param text paragraphs parted by empty lines; a line that is an address becomes a link in HTML
 * @param enclosure a document made when the message leaves, never stored with it
 */
record Content(@Nullable String title, String text, @Nullable Enclosure enclosure) {

  /** Documents that go with a message. */
  enum Enclosure {
    FORM_01,
    /** Of somebody who stops; the message is about the person, and brings this and nothing else. */
    STOP_FORM_01;

    /** Whether the message says nothing without it, so that it must not leave by itself. */
    boolean isWholeMessage() {
      return this == STOP_FORM_01;
    }
  }

  static Content sms(String text) {
    return new Content(null, text, null);
  }

  static Content mail(String title, String text) {
    return new Content(title, text, null);
  }

  Content with(Enclosure document) {
    return new Content(title, text, document);
  }
}
