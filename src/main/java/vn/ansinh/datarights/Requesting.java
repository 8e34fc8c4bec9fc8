package vn.ansinh.datarights;

import java.time.LocalDate;
import java.util.UUID;

/** What came of sending a request. */
public sealed interface Requesting {

  /**
   * @param dueOn by when the office answers
   */
  record Sent(UUID id, LocalDate dueOn) implements Requesting {}

  /** One of this kind waits already. */
  record AlreadyWaiting() implements Requesting {}

  /** Nothing is said, or more than {@link Requests#LONGEST} characters. */
  record Unreadable() implements Requesting {}

  /** More in a day than anybody needs; nothing was sent. */
  record TooMany() implements Requesting {}
}
