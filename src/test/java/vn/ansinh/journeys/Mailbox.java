package vn.ansinh.journeys;

import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import vn.ansinh.notifications.DemoMessage;
import vn.ansinh.notifications.DemoOutbox;

/** Reads what a person would find in the inbox or on the phone. */
final class Mailbox {

  private Mailbox() {}

  /**
   * The newest text that fits, in a message to this address; waits until the outbox has handed it
   * over.
   */
  static String newest(DemoOutbox outbox, String recipient, Pattern wanted) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                outbox.newest(recipient).stream()
                    .map(DemoMessage::text)
                    .map(wanted::matcher)
                    .filter(it -> it.find())
                    .map(it -> it.group(it.groupCount()))
                    .findFirst(),
            it -> it.isPresent())
        .orElseThrow();
  }
}
