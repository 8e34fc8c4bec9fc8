package vn.ansinh.demo;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.ansinh.notifications.DemoMessage;
import vn.ansinh.notifications.DemoOutbox;
import vn.ansinh.notifications.MessageKind;

/** Reads what the demo sends, as its invented people would. */
@DemoOnly
@Component
class DemoLetters {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final DemoOutbox outbox;

  DemoLetters(DemoOutbox outbox) {
    this.outbox = outbox;
  }

  /**
   * The secret in the newest message of its kind; waits until there is one.
   *
   * @param secret how it looks
   * @throws IllegalStateException when none comes
   */
  String secret(String recipient, MessageKind kind, Pattern secret) {
    for (long i = 0; i < LONGEST_WAIT.dividedBy(BETWEEN_LOOKS); i++) {
      var found =
          outbox.newest(recipient).stream()
              .filter(it -> it.kind() == kind)
              .map(DemoMessage::text)
              .map(secret::matcher)
              .filter(java.util.regex.Matcher::find)
              .findFirst();
      if (found.isPresent()) {
        return found.get().group();
      }
      pause();
    }
    throw new IllegalStateException("no " + kind + " came");
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("broken off", e);
    }
  }
}
