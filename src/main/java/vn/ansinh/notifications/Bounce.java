package vn.ansinh.notifications;

import java.util.UUID;

/**
 * What a mail in the mailbox of returned mail says, as far as it may be believed: the message is
 * named by a mark only this installation can make. Problems are codes without any text of the far
 * side.
 */
sealed interface Bounce {

  /** A mail server has given the message up. */
  record Failed(UUID message, String problem) implements Bounce {}

  /** A mail server has not got rid of it yet and goes on trying. */
  record Delayed(UUID message, String problem) implements Bounce {}

  /** Delivered or passed on, at least to one of several mailboxes behind the address. */
  record Passed(UUID message) implements Bounce {}

  /** An absence note or a receipt of reading: says nothing about delivery. */
  record AutoReply(UUID message) implements Bounce {}

  /** Whatever else lies there, for a person to look at. */
  record Unknown() implements Bounce {}
}
